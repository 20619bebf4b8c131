package dev.entrepot.simpledb.classic;

import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.RowRemoval;
import dev.entrepot.simpledb.classic.contract.CreateDomainRequest;
import dev.entrepot.simpledb.classic.contract.DeleteDomainRequest;
import dev.entrepot.simpledb.classic.contract.DomainMetadataRequest;
import dev.entrepot.simpledb.classic.contract.DomainMetadataResult;
import dev.entrepot.simpledb.classic.contract.ListDomainsRequest;
import dev.entrepot.simpledb.classic.contract.ListDomainsResult;
import dev.entrepot.simpledb.domain.Domain;
import dev.entrepot.simpledb.domain.DomainStatistics;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The four operations on whole domains. */
final class DomainOperations {
    private static final int MAX_PAGE = 100;

    private final Database database;
    private final PageTokens pageTokens;
    private final InstantSource clock;
    private final DomainLimits limits;
    private final ActiveExports exports;
    private final Jobs jobs;
    private final RowRemoval removal;

    DomainOperations(
            Database database,
            PageTokens pageTokens,
            InstantSource clock,
            DomainLimits limits,
            ActiveExports exports,
            Jobs jobs,
            RowRemoval removal) {
        this.database = database;
        this.pageTokens = pageTokens;
        this.clock = clock;
        this.limits = limits;
        this.exports = exports;
        this.jobs = jobs;
        this.removal = removal;
    }

    void create(Owner owner, CreateDomainRequest request) {
        String name = ItemRules.domainName(request.domainName());
        database.write(handle -> {
            if (DomainStore.find(handle, owner, name).isEmpty()) {
                if (DomainStore.count(handle, owner) >= limits.domains()) {
                    throw ClassicError.NUMBER_DOMAINS_EXCEEDED.with();
                }
                DomainStore.create(handle, owner, name);
            }
            return true;
        });
    }

    void delete(Owner owner, DeleteDomainRequest request) {
        String name = ItemRules.domainName(request.domainName());
        jobs.submit(submission -> {
            Optional<Domain> domain = DomainStore.find(submission.handle(), owner, name);
            if (domain.isPresent() && exports.any(submission.handle(), owner, name)) {
                throw ClassicError.DELETE_CONFLICT.with();
            }
            domain.ifPresent(found -> {
                DomainStore.drop(submission.handle(), found);
                submission.add(JobId.random(), owner, removal, name, new RowRemoval.Removed(found.id()));
            });
            return domain.isPresent();
        });
    }

    ListDomainsResult list(Owner owner, ListDomainsRequest request) {
        int max = request.maxNumberOfDomains().orElse(MAX_PAGE);
        if (max < 1 || max > MAX_PAGE) {
            throw ClassicError.INVALID_PARAMETER_VALUE.with(
                    max, "MaxNumberOfDomains is invalid. MaxNumberOfDomains must be between 1 and 100.");
        }
        String context = "ListDomains " + owner;
        String after = request.nextToken()
                .map(token -> new String(
                        pageTokens.read(context, token).orElseThrow(ClassicError.INVALID_NEXT_TOKEN::with),
                        StandardCharsets.UTF_8))
                .orElse("");
        List<String> names = database.read(handle -> DomainStore.list(handle, owner, after, max + 1));
        ListDomainsResult.Builder result = ListDomainsResult.builder();
        if (names.size() > max) {
            names = names.subList(0, max);
            result.nextToken(pageTokens.issue(context, names.getLast().getBytes(StandardCharsets.UTF_8)));
        }
        return result.domainNames(names).build();
    }

    DomainMetadataResult metadata(Owner owner, DomainMetadataRequest request) {
        String name = ItemRules.domainName(request.domainName());
        DomainStatistics statistics = database.read(handle -> DomainStatistics.of(
                handle,
                DomainStore.find(handle, owner, name)
                        .orElseThrow(ClassicError.NO_SUCH_DOMAIN::with)
                        .id()));
        return DomainMetadataResult.builder()
                .itemCount(count(statistics.itemCount()))
                .itemNamesSizeBytes(statistics.itemNamesBytes())
                .attributeNameCount(count(statistics.attributeNameCount()))
                .attributeNamesSizeBytes(statistics.attributeNamesBytes())
                .attributeValueCount(count(statistics.attributeValueCount()))
                .attributeValuesSizeBytes(statistics.attributeValuesBytes())
                .timestamp(count(clock.instant().getEpochSecond()))
                .build();
    }

    /** The contract has these as integers; a figure beyond them shows as the largest. */
    private static int count(long figure) {
        return (int) Math.min(figure, Integer.MAX_VALUE);
    }
}
