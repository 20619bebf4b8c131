package dev.entrepot.console.overview;

import dev.entrepot.console.jobs.JobTable;
import java.util.List;

/** The systems and the latest jobs. */
record OverviewView(List<Holding> systems, JobTable jobs) {
    /**
     * A system and how much it holds.
     *
     * @param what the thing that is counted, in the singular
     * @param address where they are listed
     */
    record Holding(String system, String count, String what, String about, String address) {
        String things() {
            return count.equals("1") ? what : what + "s";
        }
    }
}
