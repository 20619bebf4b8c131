package dev.entrepot.console.jobs;

/**
 * The list of jobs.
 *
 * @param older the address of the next page; empty on the last
 */
record JobListView(JobTable table, boolean onlyActive, String older) {}
