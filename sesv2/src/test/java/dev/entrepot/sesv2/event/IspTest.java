package dev.entrepot.sesv2.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Metrics by provider are only as good as the table that knows whose a domain is. */
class IspTest {
    @Test
    void aDomainTellsWhoKeepsTheMailbox() {
        assertThat(name("a@gmail.com")).isEqualTo("Gmail");
        assertThat(name("a@GoogleMail.com")).isEqualTo("Gmail");
        assertThat(name("a@yahoo.co.uk")).isEqualTo("Yahoo");
        assertThat(name("a@yahoo.com.br")).isEqualTo("Yahoo");
        assertThat(name("a@hotmail.fr")).isEqualTo("Hotmail");
        assertThat(name("a@outlook.com")).isEqualTo("Hotmail");
        assertThat(name("a@yahoo.example.com")).isEqualTo("Other");
        assertThat(name("a@gmail.com.example.org")).isEqualTo("Other");
        assertThat(name("a@localhost")).isEqualTo("Other");
    }

    private static String name(String address) {
        return Isp.ofAddress(address).name();
    }
}
