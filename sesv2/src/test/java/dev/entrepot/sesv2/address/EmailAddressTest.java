package dev.entrepot.sesv2.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One address must be one row, whether a request or a file brought it; and what no mail can reach must not become one. */
class EmailAddressTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    // [33]
    @ParameterizedTest
    @CsvSource({
        "Foo@Example.COM, Foo@example.com",
        "'  ann@example.com\t', ann@example.com",
        "o'x/y+z@example.com, o'x/y+z@example.com",
        "'\"a..b\"@docomo.ne.jp', '\"a..b\"@docomo.ne.jp'",
        "'\"a\\\"b\"@x.org', '\"a\\\"b\"@x.org'",
        "x@xn--bcher-kva.EXAMPLE, x@xn--bcher-kva.example"
    })
    void itIsKeptTrimmedWithItsDomainInLowerCase(String given, String kept) {
        assertThat(EmailAddress.of(given).text()).isEqualTo(kept);
        assertThat(EmailAddress.of(kept)).isEqualTo(EmailAddress.of(given));
    }

    // [18]
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@",
                "a b@x.org",
                "@x.org",
                "ann",
                "a@b@x.org",
                "a@localhost",
                "a@x..org",
                "a@.org",
                "a@x.org.",
                "a@-x.org",
                "a@x-.org",
                "a@x_y.org",
                "a@bücher.de",
                "ä@x.org",
                "a\u0007@x.org",
                "<ann@x.org",
                ".a@x.org",
                "a.@x.org",
                "a..b@x.org",
                "\"\"@x.org",
                "\"a b\"@x.org",
                "\"a\"b\"@x.org",
                "\"a\\\"@x.org",
                "a@[127.0.0.1]"
            })
    void whatNoMailCanReachIsRefusedByName(String text) {
        assertThatThrownBy(() -> EmailAddress.of(text)).hasMessage("EmailAddress <" + text + "> is invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void nothingIsBlank(String text) {
        assertThatThrownBy(() -> EmailAddress.of(text)).hasMessage("EmailAddress can't be blank.");
    }

    @Test
    void theLocalPartHas64CharactersAtMostAndTheWhole320() {
        String domain = "d".repeat(63) + "." + "e".repeat(63) + "." + "f".repeat(63) + "." + "g".repeat(63);
        assertThat(EmailAddress.of("a".repeat(64) + "@" + domain).text()).hasSize(320);
        assertThatThrownBy(() -> EmailAddress.of("a".repeat(65) + "@x.org")).isInstanceOf(InvalidEmailAddress.class);
        assertThatThrownBy(() -> EmailAddress.of("a".repeat(64) + "@" + domain + ".h"))
                .isInstanceOf(InvalidEmailAddress.class);
        assertThatThrownBy(() -> EmailAddress.of("a@" + "d".repeat(64) + ".org"))
                .isInstanceOf(InvalidEmailAddress.class);
        assertThatThrownBy(() -> EmailAddress.of("x".repeat(1 << 20))).message().hasSizeLessThan(1_100);
    }

    /** They judge by other rules: what differs is either in one of ours or one of the few named here. */
    @Test
    void othersCollectionsAreJudgedAlikeButWhereOurRulesDiffer() throws Exception {
        Path cases = Path.of(System.getProperty("entrepot.shared", "nowhere"), "data/email-address-cases/cases.tsv");
        assumeTrue(Files.exists(cases), "NOT CHECKED against others' cases: there is no " + cases);
        var taken = new TreeSet<String>();
        var refused = new TreeSet<String>();
        for (String line : Files.readAllLines(cases)) {
            String[] columns = line.split("\t");
            if (columns[1].equals("verdict")) {
                continue;
            }
            String address = JSON.readValue(columns[2], String.class);
            boolean valid = isValid(address);
            if (valid && columns[1].equals("invalid")) {
                taken.add(address);
            } else if (!valid && columns[1].equals("valid")) {
                refused.add(address);
            }
        }
        assertThat(taken).containsExactlyInAnyOrder("email@111.222.333.44444", "test@xn--example.com");
        // Other scripts, spaces, comments and bare escapes, an at sign in quotes, addresses in brackets, one label,
        // underscores.
        String ours = "(?s).*([^!-~]|[(]).*|[^\"]*\\\\.*|.*@.*@.*|.*@(\\[.*]|[^.]*|.*_.*)";
        assertThat(refused).isNotEmpty().allMatch(address -> address.matches(ours));
    }

    private static boolean isValid(String address) {
        try {
            EmailAddress.of(address);
            return true;
        } catch (InvalidEmailAddress invalid) {
            return false;
        }
    }
}
