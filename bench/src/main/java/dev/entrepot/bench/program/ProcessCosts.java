package dev.entrepot.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process costs the machine, from Linux's {@code /proc}. */
public record ProcessCosts(ProcessHandle process) {
    /** Processor time of all its threads since it began; Linux counts in hundredths of a second. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Resident memory now. */
    public long residentBytes() {
        return kibibytes("VmRSS:") * 1024;
    }

    /** The most resident memory so far. */
    public long peakResidentBytes() {
        return kibibytes("VmHWM:") * 1024;
    }

    /** Bytes that it has had written to disks so far. */
    public long writtenBytes() {
        return number("io", "write_bytes:");
    }

    private long kibibytes(String field) {
        return number("status", field);
    }

    private long number(String file, String field) {
        Path status = Path.of("/proc/" + process.pid() + "/" + file);
        try (var lines = Files.lines(status)) {
            String line =
                    lines.filter(each -> each.startsWith(field)).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", ""));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + status, e);
        }
    }
}
