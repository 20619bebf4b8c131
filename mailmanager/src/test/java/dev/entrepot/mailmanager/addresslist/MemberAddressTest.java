package dev.entrepot.mailmanager.addresslist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a member may be: a list that takes in what no rule can match would block or let in the wrong mail (dossier, section 1.6). */
class MemberAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "user@example.com",
                "User+Tag@Example.com",
                "o'brien.x@sub.example.com",
                "example.com",
                "@example.com",
                "*@example.com",
                "user*@example.com",
                "*user@example.com",
                "us*er@example.com",
                "1234567890123456789*@example.com",
                "*.domain1.com",
                "local@*.domain1.com",
                "local@*.1.2.3.4.5.6.7.8.9",
                "a.b"
            })
    void anAddressOrADomainWithOneWildcardIsAMember(String text) {
        assertThat(MemberAddress.parse(text)).map(MemberAddress::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a*b*@x.com",
                "x@y@z",
                "x@y@z.com",
                "a@",
                "@",
                "*",
                "",
                "user",
                "user@host",
                "*@*.example.com",
                "@*.example.com",
                "**@example.com",
                "12345678901234567890*@example.com",
                "*.com",
                "local@*.com",
                "local@x.*.domain1.com",
                "local@*x.domain1.com",
                "local@*.1.2.3.4.5.6.7.8.9.10",
                "*.1.2.3.4.5.6.7.8.9.10",
                "a..b@x.com",
                ".a@x.com",
                "a.@x.com",
                "a b@x.com",
                " a@x.com",
                "a@-x.com",
                "a@x-.com",
                "a@x..com",
                "a@.com",
                "ü@x.com",
                "a@ü.com",
                "a@x.com\n"
            })
    void nothingElseIs(String text) {
        assertThat(MemberAddress.parse(text)).isEmpty();
    }

    @Test
    void lengthsAreThoseOfMail() {
        String label = "d".repeat(63);
        String longest = "l".repeat(64) + "@" + String.join(".", label, label, label, label);
        assertThat(longest).hasSize(320);
        assertThat(MemberAddress.parse(longest)).isPresent();
        assertThat(MemberAddress.parse("l" + longest)).isEmpty();
        assertThat(MemberAddress.parse(longest + "d")).isEmpty();
        assertThat(MemberAddress.parse("a@" + "d".repeat(64) + ".com")).isEmpty();
    }
}
