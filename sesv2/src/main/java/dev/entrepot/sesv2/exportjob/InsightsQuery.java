package dev.entrepot.sesv2.exportjob;

import java.util.List;
import java.util.Optional;

/** Which messages are wanted. */
record InsightsQuery(
        Interval interval, Optional<Filters> include, Optional<Filters> exclude, Optional<Integer> maxResults) {
    /** The most that a file may have (SES dossier, section 4.3). */
    private static final int MOST = 10_000;

    int limit() {
        return maxResults.orElse(MOST);
    }

    /** All that are not empty must match; of each, one of its values. */
    record Filters(
            List<String> from,
            List<String> destination,
            List<String> subject,
            List<String> isp,
            List<String> lastDelivery,
            List<String> lastEngagement) {
        boolean none() {
            return List.of(from, destination, subject, isp, lastDelivery, lastEngagement).stream()
                    .allMatch(List::isEmpty);
        }

        /** Whom someone wrote to and what about stays out of logs. */
        @Override
        public String toString() {
            return "Filters[***]";
        }
    }
}
