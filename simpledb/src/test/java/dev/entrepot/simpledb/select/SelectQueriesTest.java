package dev.entrepot.simpledb.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The guide's own data and queries, with the results it prints and those that follow from its rules. */
class SelectQueriesTest {
    private static final Map<String, String> SHORT_NAMES = Map.of(
            "0385333498",
            "A",
            "0802131786",
            "B",
            "1579124585",
            "C",
            "B000T9886K",
            "D",
            "B00005JPLW",
            "E",
            "B000SF3NGK",
            "F");
    private static final String[][] ITEMS = {
        {
            "0385333498",
            "Title=The Sirens of Titan",
            "Author=Kurt Vonnegut",
            "Year=1959",
            "Pages=00336",
            "Keyword=Book",
            "Keyword=Paperback",
            "Rating=*****",
            "Rating=5 stars",
            "Rating=Excellent"
        },
        {
            "0802131786",
            "Title=Tropic of Cancer",
            "Author=Henry Miller",
            "Year=1934",
            "Pages=00318",
            "Keyword=Book",
            "Rating=****"
        },
        {
            "1579124585",
            "Title=The Right Stuff",
            "Author=Tom Wolfe",
            "Year=1979",
            "Pages=00304",
            "Keyword=Book",
            "Keyword=Hardcover",
            "Keyword=American",
            "Rating=****",
            "Rating=4 stars"
        },
        {
            "B000T9886K",
            "Title=In Between",
            "Author=Paul Van Dyk",
            "Year=2007",
            "Keyword=CD",
            "Keyword=Trance",
            "Rating=4 stars"
        },
        {
            "B00005JPLW",
            "Title=300",
            "Author=Zack Snyder",
            "Year=2007",
            "Keyword=DVD",
            "Keyword=Action",
            "Keyword=Frank Miller",
            "Rating=***",
            "Rating=3 stars",
            "Rating=Not bad"
        },
        {"B000SF3NGK", "Title=Heaven's Gonna Burn Your Eyes", "Author=Thievery Corporation", "Year=2002", "Rating=*****"
        },
    };

    @OnEveryDatabase
    void everyQueryGivesWhatTheGuideSays(TestDatabase test) throws IOException {
        try (var stage = new Stage(test)) {
            load(stage);
            int queries = 0;
            for (String line : lines()) {
                String[] parts = line.split("\\|", 2);
                String query = parts[1].strip();
                String expression =
                        query.regionMatches(true, 0, "select", 0, 6) ? query : "select * from mydomain " + query;
                assertThat(outcome(stage, expression, parts[0].strip()))
                        .as(query)
                        .isEqualTo(parts[0].strip());
                queries++;
            }
            assertThat(queries).isEqualTo(70);
        }
    }

    // [40]
    @OnEveryDatabase
    void theDomainsFiguresAreThoseOfTheGuidesData(TestDatabase test) {
        try (var stage = new Stage(test)) {
            load(stage);
            assertThat(Stage.text(stage.classic("DomainMetadata", "DomainName", "mydomain")))
                    .contains("<ItemCount>6</ItemCount><ItemNamesSizeBytes>60</ItemNamesSizeBytes>"
                            + "<AttributeNameCount>6</AttributeNameCount><AttributeNamesSizeBytes>33</AttributeNamesSizeBytes>"
                            + "<AttributeValueCount>43</AttributeValueCount><AttributeValuesSizeBytes>340</AttributeValuesSizeBytes>"
                            + "<Timestamp>" + stage.clock.instant().getEpochSecond() + "</Timestamp>");
        }
    }

    // [45] Which code belongs to which limit is our reading.
    @OnEveryDatabase
    void aSelectMayTestTwentyAttributesAndCompareTwentyTimes(TestDatabase test) {
        try (var stage = new Stage(test)) {
            load(stage);
            var attributes = new ArrayList<String>();
            var constants = new ArrayList<String>();
            for (int i = 0; i < 21; i++) {
                attributes.add("a" + i + " = 'x'");
                constants.add("'c" + i + "'");
            }
            String select = "select * from mydomain where ";
            assertThat(outcome(stage, select + String.join(" or ", attributes), "!"))
                    .isEqualTo("! InvalidNumberPredicates");
            assertThat(outcome(stage, select + "a in (" + String.join(",", constants) + ")", "!"))
                    .isEqualTo("! InvalidNumberValueTests");
            assertThat(outcome(stage, select + String.join(" or ", attributes.subList(0, 20)), "{"))
                    .isEqualTo("{}");
            assertThat(outcome(stage, select + "a in (" + String.join(",", constants.subList(0, 20)) + ")", "{"))
                    .isEqualTo("{}");
        }
    }

    // [44] A token belongs to its result, not to its page.
    @OnEveryDatabase
    void aSortedResultIsPagedByItsValuesAndACountGoesOnAsASelect(TestDatabase test) {
        try (var stage = new Stage(test)) {
            load(stage);
            String result = " from mydomain where Year > '0' order by Year desc";
            String counted =
                    Stage.text(stage.classic("Select", "SelectExpression", "select count(*)" + result + " limit 3"));
            assertThat(counted).contains("<Value>3</Value>");
            String page = Stage.text(stage.classic(
                    "Select",
                    "SelectExpression",
                    "select itemName()" + result + " limit 2",
                    "NextToken",
                    token(counted)));
            assertThat(names(page)).containsExactly("C", "A");
            String last = Stage.text(stage.classic(
                    "Select", "SelectExpression", "select itemName()" + result + " limit 2", "NextToken", token(page)));
            assertThat(names(last)).containsExactly("B");
            assertThat(last).doesNotContain("NextToken");
            assertThat(Stage.text(stage.classic(
                            "Select",
                            "SelectExpression",
                            "select * from mydomain where Year > '1'",
                            "NextToken",
                            token(page))))
                    .contains("<Code>InvalidNextToken</Code>");
        }
    }

    private static void load(Stage stage) {
        stage.classic("CreateDomain", "DomainName", "mydomain");
        for (String[] item : ITEMS) {
            var parameters = new ArrayList<>(List.of("DomainName", "mydomain", "ItemName", item[0]));
            for (int i = 1; i < item.length; i++) {
                String[] pair = item[i].split("=", 2);
                parameters.addAll(List.of("Attribute." + i + ".Name", pair[0], "Attribute." + i + ".Value", pair[1]));
            }
            stage.classic("PutAttributes", parameters.toArray(String[]::new));
        }
    }

    private static List<String> lines() throws IOException {
        try (var in = SelectQueriesTest.class.getResourceAsStream("/select/queries.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    /** The answer in the notation of the file; {@code form} says whether it is read as a set, a sequence or a count. */
    private static String outcome(Stage stage, String expression, String form) {
        String answer = Stage.text(stage.classic("Select", "SelectExpression", expression));
        var code = Pattern.compile("<Code>(.*?)</Code>").matcher(answer);
        if (code.find()) {
            return "! " + code.group(1);
        }
        String more = answer.contains("<NextToken>") ? " +" : "";
        return switch (form.charAt(0)) {
            case '=' -> "= " + answer.replaceAll("(?s).*<Value>(\\d+)</Value>.*", "$1") + more;
            case '[' -> "[" + String.join(",", names(answer)) + "]" + more;
            default -> "{" + String.join(",", names(answer).stream().sorted().toList()) + "}" + more;
        };
    }

    private static List<String> names(String answer) {
        return Pattern.compile("<Item><Name>(.*?)</Name>")
                .matcher(answer)
                .results()
                .map(found -> SHORT_NAMES.get(found.group(1)))
                .toList();
    }

    private static String token(String answer) {
        return Pattern.compile("<NextToken>(.*?)</NextToken>")
                .matcher(answer)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
