package dev.entrepot.cleanroomsml.model;

import dev.entrepot.cleanroomsml.artefact.Artefacts;
import dev.entrepot.cleanroomsml.contract.CreateAudienceModelRequest;
import dev.entrepot.cleanroomsml.dataset.Datasets;
import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.lookalike.LookalikeModel;
import dev.entrepot.cleanroomsml.lookalike.TrainingData;
import dev.entrepot.cleanroomsml.lookalike.TrainingSettings;
import dev.entrepot.cleanroomsml.model.TrainingJob.Training;
import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.cleanroomsml.resource.JobStatus;
import dev.entrepot.cleanroomsml.resource.Resource;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.ResourceStore;
import dev.entrepot.cleanroomsml.resource.ResourceType;
import dev.entrepot.cleanroomsml.source.InteractionTable;
import dev.entrepot.cleanroomsml.source.TableCatalog;
import dev.entrepot.cleanroomsml.source.TableRows;
import dev.entrepot.cleanroomsml.source.TrainingWindow;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Trains a model in one part, which begins anew after a crash: equal rows give an equal model, whatever it is called. */
final class TrainingJob implements JobKind<Training, Training, Training> {
    /** The same for all, so that equal data and seeds give equal audiences. */
    private static final long RANDOM_SEED = 42;

    private final Database database;
    private final ObjectStore objects;
    private final TableCatalog catalog;
    private final Artefacts artefacts;
    private final Engine engine;
    private final TrainingLimits limits;
    private final InstantSource clock;

    TrainingJob(
            Database database,
            ObjectStore objects,
            TableCatalog catalog,
            Artefacts artefacts,
            Engine engine,
            TrainingLimits limits,
            InstantSource clock) {
        this.database = database;
        this.objects = objects;
        this.catalog = catalog;
        this.artefacts = artefacts;
        this.engine = engine;
        this.limits = limits;
        this.clock = clock;
    }

    /** The rest stands in the rows of model and dataset, which stay as they are meanwhile. */
    record Training(String datasetId) {}

    @Override
    public String name() {
        return "cleanroomsml-training";
    }

    @Override
    public Class<Training> request() {
        return Training.class;
    }

    @Override
    public Class<Training> part() {
        return Training.class;
    }

    @Override
    public Class<Training> result() {
        return Training.class;
    }

    /** The API tells of the resource's own row. */
    @Override
    public boolean isForgettable() {
        return true;
    }

    @Override
    public Plan<Training> plan(Job<Training> job) {
        return new Plan<>(List.of(job.request()), 0, table(job).bytes(), clock.instant());
    }

    @Override
    public void planned(Handle handle, Job<Training> job) {
        JobStatus.planned(handle, job, clock.instant());
    }

    @Override
    public Training runPart(PartRun<Training, Training> run) {
        Job<Training> job = run.job();
        CreateAudienceModelRequest request =
                Models.request(database.read(handle -> ResourceStore.require(handle, model(job))));
        var window = new TrainingWindow(request.trainingDataStartTime(), request.trainingDataEndTime());
        TableRows rows = table(job).read(window, run::progress);
        TrainingData data = rows.interactions().finish();
        check(rows, data);
        LookalikeModel model =
                LookalikeModel.train(engine, data, TrainingSettings.seeded(RANDOM_SEED), _ -> run.checkCancelled());
        artefacts.write(run, model(job), request.kmsKeyArn(), model::write);
        return run.part();
    }

    private void check(TableRows rows, TrainingData data) {
        if (rows.outside() > 0 && rows.outside() + rows.incomplete() == rows.rows()) {
            throw FailureCode.NO_DATA_IN_TRAINING_WINDOW.because(
                    "None of the " + rows.rows() + " rows is in the training window.");
        }
        if (data.users() < limits.users()) {
            throw FailureCode.INSUFFICIENT_USERS.because("Users with at least two interactions: found " + data.users()
                    + ", needed " + limits.users() + "." + leftOut(rows));
        }
        if (data.records() < limits.records()) {
            throw FailureCode.INSUFFICIENT_RECORDS.because("Different interactions: found " + data.records()
                    + ", needed " + limits.records() + "." + leftOut(rows));
        }
    }

    private static String leftOut(TableRows rows) {
        return rows.incomplete() == 0
                ? ""
                : " Rows left out because user, item or time is missing: " + rows.incomplete() + ".";
    }

    private InteractionTable table(Job<Training> job) {
        var arn = new ResourceArn(
                job.owner(), ResourceType.TRAINING_DATASET, job.request().datasetId());
        Resource dataset = database.read(handle -> ResourceStore.require(handle, arn)); // a model holds it
        return InteractionTable.find(
                catalog, objects, job.owner(), Datasets.interactions(dataset), limits.zstdParquet());
    }

    private static ResourceArn model(Job<Training> job) {
        return new ResourceArn(
                job.owner(), ResourceType.AUDIENCE_MODEL, job.id().toString());
    }

    @Override
    public void finish(Job<Training> job, List<Training> results) {
        // the model is written, and the row learns of it where the job ends
    }

    @Override
    public void ended(Handle handle, Job<Training> job) {
        JobStatus.ended(handle, job, clock.instant());
    }
}
