package dev.entrepot.simpledb.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quoting rules decide what a name is; a parser that is too kind runs another query than the one meant. */
class SelectStatementTest {
    @Test
    void readsOutputsDomainsAndLimits() {
        assertThat(SelectStatement.parse("select * from mydomain"))
                .isEqualTo(new SelectStatement(new Output.All(), "mydomain", OptionalInt.empty()));
        assertThat(SelectStatement.parse(" SELECT itemName() FROM `my-domain` LIMIT 2500 "))
                .isEqualTo(new SelectStatement(new Output.ItemName(), "my-domain", OptionalInt.of(2500)));
        assertThat(SelectStatement.parse("select count(*) from `a``b`"))
                .isEqualTo(new SelectStatement(new Output.Count(), "a`b", OptionalInt.empty()));
        assertThat(SelectStatement.parse("select Title, `order`, count from d limit 1")
                        .output())
                .isEqualTo(new Output.Named(List.of("Title", "order", "count")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "select",
                "select * from",
                "select * from my-domain",
                "select order from d",
                "select * from 'd'",
                "select * from d limit",
                "select * from d limit '5'",
                "select * from d limit 5 5",
                "select * from `d",
                "select a, from d",
                "select * from 1d",
                "delete from d"
            })
    void refusesWhatIsNotOfTheLanguage(String text) {
        assertThatThrownBy(() -> SelectStatement.parse(text)).isInstanceOf(InvalidSelect.Syntax.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2501", "99999999999999999999"})
    void refusesALimitThatIsNoPageSize(String limit) {
        assertThatThrownBy(() -> SelectStatement.parse("select * from d limit " + limit))
                .isInstanceOf(InvalidSelect.Limit.class)
                .hasMessage(limit);
    }
}
