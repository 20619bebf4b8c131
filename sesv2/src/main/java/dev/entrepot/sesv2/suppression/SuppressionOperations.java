package dev.entrepot.sesv2.suppression;

import dev.entrepot.sesv2.address.EmailAddress;
import dev.entrepot.sesv2.contract.DeleteSuppressedDestinationRequest;
import dev.entrepot.sesv2.contract.DeleteSuppressedDestinationResponse;
import dev.entrepot.sesv2.contract.GetSuppressedDestinationRequest;
import dev.entrepot.sesv2.contract.GetSuppressedDestinationResponse;
import dev.entrepot.sesv2.contract.InvalidNextTokenException;
import dev.entrepot.sesv2.contract.ListSuppressedDestinationsRequest;
import dev.entrepot.sesv2.contract.ListSuppressedDestinationsResponse;
import dev.entrepot.sesv2.contract.PutSuppressedDestinationRequest;
import dev.entrepot.sesv2.contract.PutSuppressedDestinationResponse;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.sesv2.contract.SuppressedDestination;
import dev.entrepot.sesv2.contract.SuppressedDestinationAttributes;
import dev.entrepot.sesv2.contract.SuppressedDestinationSummary;
import dev.entrepot.sesv2.request.Access;
import dev.entrepot.sesv2.request.Page;
import dev.entrepot.sesv2.request.Paging;
import dev.entrepot.sesv2.request.Requested;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.time.InstantSource;
import java.util.List;

/** The four operations on the account's suppression list. */
public final class SuppressionOperations {
    private static final int PAGE = 1_000;

    private final Database database;
    private final InstantSource clock;
    private final Access access;
    private final Paging paging;

    public SuppressionOperations(Database database, InstantSource clock, Access access, PageTokens pageTokens) {
        this.database = database;
        this.clock = clock;
        this.access = access;
        this.paging = new Paging(pageTokens, "ListSuppressedDestinations", PAGE, InvalidNextTokenException::new);
    }

    public List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(SESv2.PUT_SUPPRESSED_DESTINATION, this::put),
                new BoundOperation<>(SESv2.GET_SUPPRESSED_DESTINATION, this::get),
                new BoundOperation<>(SESv2.LIST_SUPPRESSED_DESTINATIONS, this::list),
                new BoundOperation<>(SESv2.DELETE_SUPPRESSED_DESTINATION, this::delete));
    }

    private PutSuppressedDestinationResponse put(PutSuppressedDestinationRequest input, RequestContext context) {
        Owner owner = access.check(context, "PutSuppressedDestination");
        SuppressionErrors.noTenant(input.tenantName());
        EmailAddress address = Requested.address(input.emailAddress());
        database.write(handle -> {
            SuppressionStore.put(
                    handle, owner, List.of(SuppressedRow.added(address.text(), input.reason(), clock.instant())));
            return true;
        });
        return PutSuppressedDestinationResponse.builder().build();
    }

    private GetSuppressedDestinationResponse get(GetSuppressedDestinationRequest input, RequestContext context) {
        Owner owner = access.check(context, "GetSuppressedDestination");
        SuppressionErrors.noTenant(input.tenantName());
        EmailAddress address = Requested.address(input.emailAddress());
        SuppressedRow row = database.read(handle -> SuppressionStore.find(handle, owner, address))
                .orElseThrow(() -> SuppressionErrors.notSuppressed(address.text()));
        SuppressedDestination.Builder destination = SuppressedDestination.builder()
                .emailAddress(row.address())
                .reason(row.reason())
                .lastUpdateTime(row.updatedAt());
        if (row.messageId().isPresent() || row.feedbackId().isPresent()) {
            destination.attributes(new SuppressedDestinationAttributes(row.messageId(), row.feedbackId()));
        }
        return new GetSuppressedDestinationResponse(destination.build());
    }

    private ListSuppressedDestinationsResponse list(ListSuppressedDestinationsRequest input, RequestContext context) {
        Owner owner = access.check(context, "ListSuppressedDestinations");
        SuppressionErrors.noTenant(input.tenantName());
        SuppressionFilter filter = SuppressionFilter.of(input);
        Page page = paging.page(owner + " " + filter, input.pageSize(), input.nextToken());
        Page.Filled<SuppressedRow> filled = database.read(handle -> SuppressionStore.scan(
                handle, owner, page.after(), entries -> page.fill(entries, filter, SuppressedRow::address)));
        return ListSuppressedDestinationsResponse.builder()
                .suppressedDestinationSummaries(filled.entries().stream()
                        .map(row -> new SuppressedDestinationSummary(row.address(), row.reason(), row.updatedAt()))
                        .toList())
                .nextToken(filled.nextToken())
                .build();
    }

    private DeleteSuppressedDestinationResponse delete(
            DeleteSuppressedDestinationRequest input, RequestContext context) {
        Owner owner = access.check(context, "DeleteSuppressedDestination");
        SuppressionErrors.noTenant(input.tenantName());
        EmailAddress address = Requested.address(input.emailAddress());
        if (!database.<Boolean>write(handle -> SuppressionStore.delete(handle, owner, address))) {
            throw SuppressionErrors.notSuppressed(address.text());
        }
        return DeleteSuppressedDestinationResponse.builder().build();
    }
}
