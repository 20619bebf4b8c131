package dev.entrepot.bench.sample;

import java.nio.charset.StandardCharsets;

/** Contacts by number, whose addresses are in no order. */
public final class SampleContacts {
    public static final String HEADER =
            "emailAddress,unsubscribeAll,attributesData,topicPreferences.Sports,topicPreferences.Cycling\n";

    private SampleContacts() {}

    public static String address(int number) {
        long scattered = Long.reverse(number * 0x9E3779B97F4A7C15L) >>> 16;
        return "user." + Long.toString(scattered, 36) + "@example" + number % 50 + ".com";
    }

    public static boolean unsubscribed(int number) {
        return number % 10 == 0;
    }

    public static String attributes(int number) {
        return "{\"Name\":\"Ann\",\"Number\":" + number + "}";
    }

    public static boolean likesSports(int number) {
        return number % 2 == 0;
    }

    /** A line of an import. */
    public static byte[] csv(int number) {
        return (address(number) + ',' + unsubscribed(number) + ",\""
                        + attributes(number).replace("\"", "\"\"") + "\","
                        + (likesSports(number) ? "OPT_IN" : "OPT_OUT") + ",\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
