package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.select.SelectPage.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A page while matches come, one after the other. */
sealed interface Page {
    boolean isFull();

    void add(Candidate match);

    SelectPage upTo(Optional<Position> last);

    /** Items with what was asked for of each; those that have none of the attributes asked for are left out. */
    final class Rows implements Page {
        /** A page ends here (SimpleDB dossier, section 3.9), measured by what the items' documents hold. */
        private static final int MAX_BYTES = 1 << 20;

        private final List<Row> rows = new ArrayList<>();
        private final Output output;
        private final int limit;
        private int bytes;

        Rows(Output output, int limit) {
            this.output = output;
            this.limit = limit;
        }

        @Override
        public boolean isFull() {
            return rows.size() == limit || bytes >= MAX_BYTES;
        }

        @Override
        public void add(Candidate match) {
            switch (output) {
                case Output.All() -> add(match, match.attributes(), match.documentLength());
                case Output.Named(List<String> names) -> {
                    Attributes chosen = match.attributes().only(Set.copyOf(names));
                    if (!chosen.isEmpty()) {
                        add(match, chosen, match.documentLength());
                    }
                }
                case Output.ItemName(), Output.Count() ->
                    add(match, new Attributes(), match.name().length());
            }
        }

        private void add(Candidate match, Attributes chosen, int length) {
            rows.add(new Row(match.name(), chosen));
            bytes += length;
        }

        @Override
        public SelectPage upTo(Optional<Position> last) {
            return new SelectPage(rows, last);
        }
    }

    /** One figure. Without a limit it is that of the whole result, as live SimpleDB has it. */
    final class Count implements Page {
        private final int limit;
        private long count;

        Count(int limit) {
            this.limit = limit;
        }

        @Override
        public boolean isFull() {
            return count == limit;
        }

        @Override
        public void add(Candidate match) {
            count++;
        }

        @Override
        public SelectPage upTo(Optional<Position> last) {
            return SelectPage.counted(count, last);
        }
    }
}
