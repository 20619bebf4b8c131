package dev.entrepot.mailmanager.search;

import dev.entrepot.mailmanager.selection.Criteria;

/** What a search was asked for, as it is kept with its job. */
record SearchRequest(Criteria criteria, int maxResults) {}
