package dev.entrepot.console.jobs;

import dev.entrepot.console.buckets.Preview;
import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.BadForm;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.NotFound;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobPosition;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.service.LocalCalls;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The list of jobs, latest first, and the page of each. */
public final class JobPages {
    private static final int LINES = 50;

    private final JobFiles files;
    private final Jobs jobs;
    private final ObjectStore objects;
    private final Authorizer authorizer;
    private final InstantSource clock;

    public JobPages(LocalCalls calls, Jobs jobs, ObjectStore objects, Authorizer authorizer, InstantSource clock) {
        this.files = new JobFiles(calls);
        this.jobs = jobs;
        this.objects = objects;
        this.authorizer = authorizer;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("jobs", visit -> Answer.show("jobs/list.jte", list(visit))),
                Route.get(
                        "jobs/live",
                        visit -> Answer.show("jobs/table.jte", list(visit).table())),
                Route.get("jobs/{id}", visit -> Answer.show("jobs/show.jte", show(visit))),
                Route.get("jobs/{id}/live", visit -> Answer.show("jobs/state.jte", show(visit))),
                Route.post("jobs/{id}/stop", this::stop));
    }

    private JobListView list(Visit visit) {
        authorize(visit, "entrepot:ListJobs", "*");
        boolean onlyActive = visit.query().has("active");
        String active = onlyActive ? "on" : "";
        Optional<String> before = visit.query().find("before");
        Optional<JobPosition> position = before.map(
                text -> JobPosition.parse(text).orElseThrow(() -> new BadForm("There is no such place in the list.")));
        List<Job<?>> found = jobs.latest(visit.owner(), onlyActive, position, LINES);
        String live = before.isPresent() ? "" : Fields.link(Route.at("jobs", "live"), "active", active);
        String older = found.size() < LINES
                ? ""
                : Fields.link(
                        Route.at("jobs"),
                        "active",
                        active,
                        "before",
                        found.getLast().position().toString());
        return new JobListView(JobTable.of(found, clock.instant(), live), onlyActive, older);
    }

    private JobView show(Visit visit) {
        authorize(visit, "entrepot:GetJob", visit.step("id"));
        Job<?> job = JobId.parse(visit.step("id"))
                .flatMap(id -> jobs.find(visit.owner(), id))
                .orElseThrow(JobPages::unknown);
        Asked asked = Asked.of(job);
        List<JobFile> its = files.of(visit, job, asked);
        return new JobView(
                new JobLine(job, clock.instant()),
                jobs.isStoppable(job),
                asked.all(),
                its,
                rejected(visit, its),
                location(its, JobFiles.REPORT).flatMap(report -> Findings.read(objects, job, report)));
    }

    private Optional<Preview> rejected(Visit visit, List<JobFile> its) {
        return location(its, JobFiles.REJECTED).flatMap(location -> {
            try {
                return Optional.of(Preview.of(objects, Requester.of(visit.owner()), location));
            } catch (ObjectRequestFailed gone) { // deleted since, or not written yet
                return Optional.empty();
            }
        });
    }

    private static Optional<ObjectLocation> location(List<JobFile> its, String role) {
        return its.stream()
                .filter(file -> file.role().equals(role))
                .map(JobFile::location)
                .findFirst();
    }

    private Answer stop(Visit visit) {
        authorize(visit, "entrepot:StopJob", visit.step("id"));
        Job<?> job = JobId.parse(visit.step("id"))
                .flatMap(id -> jobs.stop(visit.owner(), id))
                .orElseThrow(JobPages::unknown);
        return new Answer.SeeOther(Route.at("jobs", job.id().toString()));
    }

    private void authorize(Visit visit, String action, String job) {
        authorizer.check(
                visit.caller(),
                action,
                "arn:aws:entrepot:" + visit.owner().region() + ":"
                        + visit.owner().account() + ":job/" + job);
    }

    private static NotFound unknown() {
        return new NotFound("There is no such job.");
    }
}
