package dev.entrepot.wire.contract;

import dev.entrepot.wire.schema.Constraints;
import dev.entrepot.wire.schema.EnumSchema;
import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
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
public final class ContractDrift {
    private final PublishedModel model;
    private final Set<String> findings = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();

    private ContractDrift(PublishedModel model) {
        this.model = model;
    }

    /** What differs, a line each, in alphabetical order. */
    public static Set<String> between(Service service, PublishedModel model) {
        var drift = new ContractDrift(model);
        List<String> ours = service.operations().stream().map(Operation::name).toList();
        drift.same(
                "operations",
                new TreeSet<>(ours),
                new TreeSet<>(model.at("operations").names()));
        drift.service(service);
        return drift.findings;
    }

    /** The same for a contract that is a part of the model: what operations ours lacks does not matter. */
    public static Set<String> within(Service service, PublishedModel model) {
        var drift = new ContractDrift(model);
        drift.service(service);
        return drift.findings;
    }

    private void service(Service ours) {
        same("version", ours.version(), model.text("metadata", "apiVersion"));
        same("namespace", ours.xmlNamespace(), model.text("metadata", "xmlNamespace"));
        same("signing name", ours.signingName(), signingName());
        ours.operations().forEach(this::operation);
    }

    /** Models leave it out where it is the endpoint's prefix. */
    private String signingName() {
        String name = model.text("metadata", "signingName");
        return name.isEmpty() ? model.text("metadata", "endpointPrefix") : name;
    }

    private void operation(Operation<?, ?> ours) {
        PublishedModel theirs = model.at("operations", ours.name());
        ours.bindings().stream().findFirst().ifPresent(binding -> {
            same(ours + " method", binding.method(), theirs.text("http", "method"));
            same(ours + " uri", binding.uri(), theirs.text("http", "requestUri"));
            String status = theirs.text("http", "responseCode");
            same(ours + " status", String.valueOf(binding.status()), status.isEmpty() ? "200" : status);
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
        PublishedModel shape = model.at("shapes", ours.name());
        if (!shape.at("members").names().isEmpty()) { // SDKs read a message, though a model does not name it
            structure(ours, ours.name());
        }
        PublishedModel theirs = shape.at("error");
        var trait = ours.error().orElseThrow();
        same(ours.name() + " status", String.valueOf(trait.status()), theirs.text("httpStatusCode"));
        boolean blamesClient = theirs.find("senderFault").isPresent() ? theirs.is("senderFault") : !shape.is("fault");
        same(ours.name() + " blame", trait.clientFault(), blamesClient);
        theirs.find("code").ifPresent(code -> same(ours.name() + " code", trait.queryCode(), code.node()));
    }

    private void shape(String place, Schema ours, String name) {
        PublishedModel theirs = model.at("shapes", name);
        String type = ours instanceof EnumSchema ? "string" : ours.type().name().toLowerCase(Locale.ROOT);
        String theirType = theirs.is("union") ? "union" : theirs.text("type");
        if (!type.equals(theirType)) {
            findings.add(place + " type: " + type + " here, " + theirType + " there");
            return; // their parts cannot be told against ours
        }
        switch (ours) {
            case StructSchema structure -> structure(structure, name);
            case ListSchema list -> shape(place + ".member", list.member().target(), theirs.text("member", "shape"));
            case MapSchema map -> {
                shape(place + ".key", map.key().target(), theirs.text("key", "shape"));
                shape(place + ".value", map.value().target(), theirs.text("value", "shape"));
            }
            case EnumSchema constants -> // their order shows in our messages only
                same(place + " values", Set.copyOf(constants.values()), Set.copyOf(theirs.texts("enum")));
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
        String ourName = ours.placeName().isEmpty() ? ours.xmlName() : ours.placeName();
        same(place + " wire name", ourName, wireName.isEmpty() ? ours.name() : wireName);
        same(place + " place", ours.place(), place(theirs.text("location")));
        same(place + " flattened", ours.xmlFlattened(), flattened);
        constraints(place, ours.constraints(), target);
        shape(place, ours.target(), theirs.text("shape"));
    }

    private static HttpPlace place(String location) {
        return switch (location) {
            case "" -> HttpPlace.BODY;
            case "uri" -> HttpPlace.LABEL;
            case "querystring" -> HttpPlace.QUERY;
            default -> throw new AssertionError("no contract has had a member in " + location + " yet");
        };
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
                .ifPresent(pattern -> same(
                        place + " pattern",
                        String.valueOf(ours.pattern()),
                        anchored(pattern.node().toString())));
    }

    /** Some published models have lost their anchors. */
    private static String anchored(String pattern) {
        return pattern.startsWith("^") ? pattern : "^" + pattern + "$";
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
