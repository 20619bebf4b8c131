package dev.entrepot.simpledb.classic;

import dev.entrepot.simpledb.classic.contract.*;
import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.simpledb.domain.ItemStore;
import dev.entrepot.simpledb.select.SelectStatement;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.service.RequestContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The ten operations of the classic API: authorise, then do. */
public final class ClassicService implements AmazonSimpleDBHandler {
    private final Database database;
    private final Authorizer authorizer;
    private final DomainOperations domains;
    private final ItemWrites writes;
    private final SelectOperation select;

    ClassicService(
            Database database,
            Authorizer authorizer,
            DomainOperations domains,
            ItemWrites writes,
            PageTokens pageTokens,
            InstantSource clock) {
        this.database = database;
        this.authorizer = authorizer;
        this.domains = domains;
        this.writes = writes;
        this.select = new SelectOperation(database, pageTokens, clock);
    }

    @Override
    public void createDomain(CreateDomainRequest input, RequestContext context) {
        domains.create(authorized(context, "CreateDomain", input.domainName()), input);
    }

    @Override
    public void deleteDomain(DeleteDomainRequest input, RequestContext context) {
        domains.delete(authorized(context, "DeleteDomain", input.domainName()), input);
    }

    @Override
    public ListDomainsResult listDomains(ListDomainsRequest input, RequestContext context) {
        authorizer.check(context.caller(), "sdb:ListDomains", "*");
        return domains.list(owner(context), input);
    }

    @Override
    public DomainMetadataResult domainMetadata(DomainMetadataRequest input, RequestContext context) {
        return domains.metadata(authorized(context, "DomainMetadata", input.domainName()), input);
    }

    @Override
    public void putAttributes(PutAttributesRequest input, RequestContext context) {
        Owner owner = authorized(context, "PutAttributes", input.domainName());
        Condition condition = Condition.of(input.expected().orElse(List.of()));
        writes.apply(
                owner,
                ItemRules.domainName(input.domainName()),
                List.of(ItemRequests.put(input.itemName(), input.attributes(), condition)));
    }

    @Override
    public void batchPutAttributes(BatchPutAttributesRequest input, RequestContext context) {
        Owner owner = authorized(context, "BatchPutAttributes", input.domainName());
        writes.apply(owner, ItemRules.domainName(input.domainName()), ItemRequests.puts(input.items()));
    }

    @Override
    public void deleteAttributes(DeleteAttributesRequest input, RequestContext context) {
        Owner owner = authorized(context, "DeleteAttributes", input.domainName());
        Condition condition = Condition.of(input.expected().orElse(List.of()));
        writes.apply(
                owner,
                ItemRules.domainName(input.domainName()),
                List.of(ItemRequests.delete(input.itemName(), input.attributes().orElse(List.of()), condition)));
    }

    @Override
    public void batchDeleteAttributes(BatchDeleteAttributesRequest input, RequestContext context) {
        Owner owner = authorized(context, "BatchDeleteAttributes", input.domainName());
        writes.apply(owner, ItemRules.domainName(input.domainName()), ItemRequests.deletes(input.items()));
    }

    @Override
    public GetAttributesResult getAttributes(GetAttributesRequest input, RequestContext context) {
        Owner owner = authorized(context, "GetAttributes", input.domainName());
        String domainName = ItemRules.domainName(input.domainName());
        String itemName = ItemRules.itemName(input.itemName());
        List<String> names = input.attributeNames().orElse(List.of());
        ItemRules.requestedAttributes(names);
        Attributes attributes = database.read(handle -> {
            long domain = DomainStore.find(handle, owner, domainName)
                    .orElseThrow(ClassicError.NO_SUCH_DOMAIN::with)
                    .id();
            return ItemStore.find(handle, domain, itemName)
                    .map(ItemDocument::read)
                    .orElseGet(Attributes::new);
        });
        return GetAttributesResult.builder()
                .attributes(
                        SelectOperation.attributes(names.isEmpty() ? attributes : attributes.only(Set.copyOf(names))))
                .build();
    }

    @Override
    public SelectResult select(SelectRequest input, RequestContext context) {
        SelectStatement statement = SelectOperation.parse(input.selectExpression());
        return select.run(authorized(context, "Select", statement.domain()), statement, input.nextToken());
    }

    private Owner authorized(RequestContext context, String operation, String domainName) {
        Owner owner = owner(context);
        String resource = "arn:aws:sdb:" + owner.region() + ":" + owner.account() + ":domain/" + domainName;
        authorizer.check(context.caller(), "sdb:" + operation, resource);
        return owner;
    }

    private static Owner owner(RequestContext context) {
        return new Owner(context.caller().account(), context.caller().region());
    }
}
