package dev.entrepot.console.domains;

import java.util.List;

/**
 * A page of domains.
 *
 * @param next the address of the next page; empty on the last
 */
record DomainListView(List<DomainLine> domains, String next) {}
