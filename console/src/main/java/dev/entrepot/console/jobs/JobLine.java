package dev.entrepot.console.jobs;

import dev.entrepot.console.web.Figures;
import dev.entrepot.console.web.Route;
import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A job as a line of a table shows it, at one moment. */
public record JobLine(Job<?> job, Instant now) {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("simpledb-export", "Domain export"),
            Map.entry("simpledb-import", "Domain import"),
            Map.entry("simpledb-domain-removal", "Domain removal"),
            Map.entry("sesv2-import", "SES import"),
            Map.entry("sesv2-import-dry-run", "SES import, dry run"),
            Map.entry("sesv2-export", "SES export"),
            Map.entry("sesv2-contact-list-removal", "Contact list removal"),
            Map.entry("mailmanager-search", "Archive search"),
            Map.entry("mailmanager-export", "Archive export"),
            Map.entry("mailmanager-address-list-import", "Address list import"),
            Map.entry("cleanroomsml-training", "Model training"),
            Map.entry("cleanroomsml-generation", "Audience generation"),
            Map.entry("cleanroomsml-export", "Audience export"),
            Map.entry("cleanroomsml-removal", "Model removal"));
    private static final double ALL = 100;

    String id() {
        return job.id().toString();
    }

    public String address() {
        return Route.at("jobs", id());
    }

    String kind() {
        return KINDS.getOrDefault(job.kind(), job.kind());
    }

    /** The resource it is about. */
    public String subject() {
        String list = job.kind().startsWith("sesv2-import") ? Asked.of(job).text("listName") : "";
        return list.isEmpty() ? job.subject() : list;
    }

    String state() {
        return job.state().name().toLowerCase(Locale.ROOT);
    }

    public boolean isActive() {
        return !job.state().ended();
    }

    private boolean byRecords() {
        return job.expected().records() > 0;
    }

    private static long amount(Counts counts, boolean records) {
        return records ? counts.records() : counts.bytes();
    }

    /** From 0 to 100; nothing where the end is not known. */
    Optional<Double> percent() {
        if (job.state() == JobState.SUCCEEDED) {
            return Optional.of(ALL);
        }
        long expected = amount(job.expected(), byRecords());
        return expected == 0
                ? Optional.empty()
                : Optional.of(Math.min(ALL, ALL * amount(job.done(), byRecords()) / expected));
    }

    String percentText() {
        return percent()
                .map(percent -> String.format(Locale.ROOT, "%.0f %%", Math.floor(percent)))
                .orElse("");
    }

    /** {@code 12,000 of 50,000}, or what there is to tell. */
    String records() {
        String done = Figures.number(job.done().records());
        return isActive() && byRecords()
                ? done + " of " + Figures.number(job.expected().records())
                : done;
    }

    String rejected() {
        return job.done().failed() == 0 ? "" : Figures.number(job.done().failed());
    }

    String bytes() {
        return job.done().bytes() == 0 ? "" : Figures.bytes(job.done().bytes());
    }

    private Duration took() {
        return Duration.between(job.startedAt().orElse(now), job.endedAt().orElse(now));
    }

    String time() {
        return job.startedAt().isPresent() ? Figures.duration(took()) : "";
    }

    /** Since its beginning: {@code 12,345/s}. */
    String rate() {
        double seconds = took().toMillis() / 1000.0;
        if (seconds <= 0) {
            return "";
        }
        if (job.done().records() > 0) {
            return Figures.number(Math.round(job.done().records() / seconds)) + "/s";
        }
        return job.done().bytes() > 0 ? Figures.bytes(Math.round(job.done().bytes() / seconds)) + "/s" : "";
    }

    /** At the rate so far. */
    String left() {
        long done = amount(job.done(), byRecords());
        long expected = amount(job.expected(), byRecords());
        if (!isActive() || done == 0 || expected <= done) {
            return "";
        }
        return Figures.duration(Duration.ofMillis((long) ((double) took().toMillis() * (expected - done) / done)));
    }

    String requested() {
        return Figures.moment(job.requestedAt());
    }
}
