package dev.entrepot.simpledb;

import dev.entrepot.wire.schema.Constraints;
import dev.entrepot.wire.schema.EnumSchema;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Schema;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.StructSchema;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Collects where a contract says something else than the model AWS publishes. Ours may be stricter, never laxer. */
final class ContractDrift {
    private final PublishedModel model;
    private final Set<String> findings = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();

    private ContractDrift(PublishedModel model) {
        this.model = model;
    }

    static Set<String> between(Service service, PublishedModel model) {
        var drift = new ContractDrift(model);
        drift.same("version", service.version(), model.text("metadata", "apiVersion"));
        drift.same("namespace", service.xmlNamespace(), model.text("metadata", "xmlNamespace"));
        List<String> ours = service.operations().stream().map(Operation::name).toList();
        drift.same(
                "operations",
                new TreeSet<>(ours),
                new TreeSet<>(model.at("operations").names()));
        service.operations().forEach(drift::operation);
        return drift.findings;
    }

    private void operation(Operation<?, ?> ours) {
        PublishedModel theirs = model.at("operations", ours.name());
        ours.bindings().stream().findFirst().ifPresent(binding -> {
            same(ours + " method", binding.method(), theirs.text("http", "method"));
            same(ours + " uri", binding.uri(), theirs.text("http", "requestUri"));
            same(ours + " status", String.valueOf(binding.status()), theirs.text("http", "responseCode"));
        });
        theirs.find("input").ifPresent(input -> structure(ours.input(), input.text("shape")));
        theirs.find("output").ifPresent(output -> structure(ours.output(), output.text("shape")));
        same(ours + " has an output", ours.modelsOutput(), theirs.find("output").isPresent());
        for (PublishedModel error : theirs.elements("errors")) {
            String name = error.text("shape");
            ours.errors().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(this::error, () -> findings.add(ours + " lacks error " + name));
        }
    }

    private void error(StructSchema ours) {
        structure(ours, ours.name());
        PublishedModel theirs = model.at("shapes", ours.name(), "error");
        var trait = ours.error().orElseThrow();
        same(ours.name() + " status", String.valueOf(trait.status()), theirs.text("httpStatusCode"));
        same(ours.name() + " blame", trait.clientFault(), theirs.is("senderFault"));
        theirs.find("code").ifPresent(code -> same(ours.name() + " code", trait.queryCode(), code.node()));
    }

    private void shape(String place, Schema ours, String name) {
        PublishedModel theirs = model.at("shapes", name);
        String type = ours instanceof EnumSchema ? "string" : ours.type().name().toLowerCase(Locale.ROOT);
        if (!type.equals(theirs.text("type"))) {
            findings.add(place + " type: " + type + " here, " + theirs.text("type") + " there");
            return; // their parts cannot be told against ours
        }
        switch (ours) {
            case StructSchema structure -> structure(structure, name);
            case ListSchema list -> shape(place + ".member", list.member().target(), theirs.text("member", "shape"));
            case EnumSchema constants -> same(place + " values", constants.values(), theirs.texts("enum"));
            default -> same(place + " values", List.of(), theirs.texts("enum"));
        }
    }

    private void structure(StructSchema ours, String name) {
        if (!seen.add(ours.name())) {
            return;
        }
        same("a shape's name", ours.name(), name);
        PublishedModel theirs = model.at("shapes", name);
        List<String> names = ours.members().stream().map(Member::name).toList();
        List<String> theirNames = theirs.at("members").names();
        same(ours.name() + " members", names, theirNames);
        ours.members().stream()
                .filter(member -> theirNames.contains(member.name()))
                .forEach(member -> {
                    String place = ours.name() + "." + member.name();
                    same(
                            place + " required",
                            member.required(),
                            theirs.texts("required").contains(member.name()));
                    member(place, member, theirs.at("members", member.name()));
                });
    }

    private void member(String place, Member ours, PublishedModel theirs) {
        PublishedModel target = model.at("shapes", theirs.text("shape"));
        boolean flattened = target.is("flattened");
        String wireName = flattened ? target.text("member", "locationName") : theirs.text("locationName");
        same(place + " wire name", ours.xmlName(), wireName.isEmpty() ? ours.name() : wireName);
        same(place + " flattened", ours.xmlFlattened(), flattened);
        constraints(place, ours.constraints(), target);
        shape(place, ours.target(), theirs.text("shape"));
    }

    private void constraints(String place, Constraints ours, PublishedModel theirs) {
        theirs.find("min").map(ContractDrift::number).ifPresent(min -> {
            if (lowest(ours).compareTo(min) < 0) {
                findings.add(place + " allows less than " + min);
            }
        });
        theirs.find("max").map(ContractDrift::number).ifPresent(max -> {
            if (highest(ours).compareTo(max) > 0) {
                findings.add(place + " allows more than " + max);
            }
        });
        theirs.find("pattern")
                .ifPresent(pattern ->
                        same(place + " pattern", String.valueOf(ours.pattern()), "^" + pattern.node() + "$"));
    }

    private static BigDecimal number(PublishedModel bound) {
        return new BigDecimal(bound.node().toString());
    }

    private static BigDecimal lowest(Constraints ours) {
        var range = ours.range();
        if (range != null && range.min() != null) {
            return range.min();
        }
        var length = ours.length();
        return BigDecimal.valueOf(length == null ? 0 : length.min());
    }

    private static BigDecimal highest(Constraints ours) {
        var range = ours.range();
        if (range != null && range.max() != null) {
            return range.max();
        }
        var length = ours.length();
        return BigDecimal.valueOf(length == null ? Long.MAX_VALUE : length.max());
    }

    private void same(String what, Object ours, Object theirs) {
        if (!ours.equals(theirs)) {
            findings.add(what + ": " + ours + " here, " + theirs + " there");
        }
    }
}
