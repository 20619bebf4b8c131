package dev.entrepot.sesv2.exportjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.sesv2.Stage;
import dev.entrepot.sesv2.event.Records.Message;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;

/** Each figure here was worked out by hand from the formulas in docs/ses-exports.md. */
class MetricCountsTest {
    private static final String EVERY_METRIC = """
            {"Name":"SEND","Aggregation":"VOLUME"},{"Name":"DELIVERY","Aggregation":"VOLUME"},\
            {"Name":"PERMANENT_BOUNCE","Aggregation":"VOLUME"},{"Name":"OPEN","Aggregation":"VOLUME"},\
            {"Name":"DELIVERY","Aggregation":"RATE"},{"Name":"PERMANENT_BOUNCE","Aggregation":"RATE"},\
            {"Name":"OPEN","Aggregation":"RATE"},{"Name":"CLICK","Aggregation":"RATE"},\
            {"Name":"COMPLAINT","Aggregation":"RATE"},{"Name":"DELIVERY_COMPLAINT","Aggregation":"VOLUME"}""";
    private static final String TITLES = "SEND_VOLUME,DELIVERY_VOLUME,PERMANENT_BOUNCE_VOLUME,OPEN_VOLUME,"
            + "DELIVERY_RATE,PERMANENT_BOUNCE_RATE,OPEN_RATE,CLICK_RATE,COMPLAINT_RATE,DELIVERY_COMPLAINT_VOLUME\r\n";

    private static String metrics(Stage stage, String dimensions) {
        return new Exports(stage).file(Exports.metrics(dimensions, EVERY_METRIC, "CSV"));
    }

    // [54]
    @OnEveryDatabase
    void volumesAndRatesAreThoseOfTheFormulas(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var first = Message.to("m1", "a@gmail.com");
            var second = Message.to("m2", "b@gmail.com");
            var third = Message.to("m3", "c@gmail.com");
            String two = "{\"eventType\":\"Send\",\"send\":{},%s}\n"
                    .formatted(first.mail("\"a@gmail.com\",\"b@gmail.com\"").replace("m1", "m4"));
            stage.putEvents(first.send()
                    + second.send()
                    + third.send()
                    + first.delivery()
                    + second.delivery()
                    + third.bounce("Permanent", "General")
                    + first.open(1)
                    + first.open(2)
                    + two);
            assertThat(metrics(stage, "\"ISP\":[\"*\"]"))
                    .isEqualTo("ISP," + TITLES + "Gmail,3,2,1,1,0.666667,0.333333,0.5,0,,0\r\n");
        }
    }

    @OnEveryDatabase
    void whatQualifiesIsCountedAndTestsAndSuppressedAreNot(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var yahoo = Message.to("m1", "a@yahoo.com").by("");
            var suppressed = Message.to("m2", "b@yahoo.com").by("");
            var simulator = Message.to("m3", "success@simulator.amazonses.com");
            var opened = Message.to("m4", "c@yahoo.com").by("");
            stage.putEvents(yahoo.delivery()
                    + yahoo.complaint()
                    + suppressed.send()
                    + suppressed.bounce("Permanent", "OnAccountSuppressionList")
                    + simulator.send()
                    + opened.open(1));
            // Sent: three. Delivered: the one that says so and the one that was opened. No configuration set, so only
            // what was
            // opened can have been tracked. Yahoo tells of complaints.
            assertThat(metrics(stage, "\"ISP\":[\"Yahoo\",\"Other\"]"))
                    .isEqualTo("ISP," + TITLES + "Yahoo,3,2,0,1,0.666667,0,1,,0.5,2\r\n");
        }
    }

    @OnEveryDatabase
    void eachCombinationOfValuesThatOccursIsARow(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.putEvents(Message.to("m1", "a@gmail.com").send()
                    + Message.to("m2", "a@yahoo.com").send()
                    + Message.to("m3", "a@yahoo.com").by("other").send()
                    + Message.to("m4", "a@gmail.com").from("eve@x.example").send()
                    + Message.to("m5", "a@gmail.com").by("").send());
            String file = new Exports(stage)
                    .file(Exports.metrics(
                            "\"EMAIL_IDENTITY\":[\"ann@shop.example\"],\"ISP\":[\"*\"],\"CONFIGURATION_SET\":[\"*\"]",
                            "{\"Name\":\"SEND\",\"Aggregation\":\"VOLUME\"},{\"Name\":\"OPEN\",\"Aggregation\":\"RATE\"}",
                            "JSON"));
            assertThat(file).isEqualTo("""
                            [
                            {"EMAIL_IDENTITY":"ann@shop.example","ISP":"Gmail","CONFIGURATION_SET":"news","SEND_VOLUME":1,"OPEN_RATE":null},
                            {"EMAIL_IDENTITY":"ann@shop.example","ISP":"Yahoo","CONFIGURATION_SET":"news","SEND_VOLUME":1,"OPEN_RATE":null},
                            {"EMAIL_IDENTITY":"ann@shop.example","ISP":"Yahoo","CONFIGURATION_SET":"other","SEND_VOLUME":1,"OPEN_RATE":null}
                            ]
                            """);
        }
    }
}
