package dev.entrepot.mailmanager.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that was done.
 *
 * @param number its place in the archive's log, from 1 and without gaps
 * @param accessKeyId of whoever did it
 * @param action the operation's name
 * @param details what was asked for, by the API's own member names: ids, filters, times
 * @param items how many messages it came to, where that is known
 */
public record AuditEntry(
        long number,
        Instant recorded,
        String accessKeyId,
        String action,
        Map<String, String> details,
        Optional<Long> items) {}
