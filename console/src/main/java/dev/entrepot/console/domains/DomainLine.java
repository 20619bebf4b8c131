package dev.entrepot.console.domains;

import dev.entrepot.console.web.Figures;
import dev.entrepot.console.web.Route;
import dev.entrepot.simpledb.classic.contract.DomainMetadataResult;

/** A domain and its figures. */
record DomainLine(String name, DomainMetadataResult figures) {
    String address() {
        return Route.at("domains", name);
    }

    String items() {
        return Figures.number(figures.itemCount().orElse(0));
    }

    String attributes() {
        return Figures.number(figures.attributeNameCount().orElse(0));
    }

    String pairs() {
        return Figures.number(figures.attributeValueCount().orElse(0));
    }

    String bytes() {
        return Figures.bytes(figures.itemNamesSizeBytes().orElse(0L)
                + figures.attributeNamesSizeBytes().orElse(0L)
                + figures.attributeValuesSizeBytes().orElse(0L));
    }
}
