package dev.entrepot.bench;

import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.load.Latencies;
import dev.entrepot.bench.mail.SampleMail;
import dev.entrepot.bench.mail.SmtpClient;
import dev.entrepot.bench.program.ProcessCosts;
import dev.entrepot.bench.program.ServedProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Real mail over SMTP, each message acknowledged when it is on the disk. */
final class SmtpBenchmark implements Benchmark {
    private static final int CLIENTS = 8;
    private static final int WINDOWS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration WINDOW = Duration.ofSeconds(4);

    private final AtomicInteger next = new AtomicInteger();

    @Override
    public void run(Setting setting) {
        SampleMail sample = SampleMail.find();
        int port = freePort();
        try (var server = ServedProgram.start(
                setting.launcher(), setting.directory().resolve("data"), "--auth", "open", "--smtp-port", "" + port)) {
            String recipient = createArchive(server.uri()) + "@archive.example";
            setting.say("  SMTP, clients: %d; %s", CLIENTS, sample);
            measure(setting, server.costs(), sample.onTheWire(), port, recipient);
        }
    }

    private void measure(Setting setting, ProcessCosts server, List<byte[]> messages, int port, String recipient) {
        var self = new ProcessCosts(ProcessHandle.current());
        var rate = new double[WINDOWS];
        var p50 = new double[WINDOWS];
        var p99 = new double[WINDOWS];
        var serverMicros = new double[WINDOWS];
        var ownMicros = new double[WINDOWS];
        List<SmtpClient> clients = connect(port, recipient);
        deliver(clients, messages, WARM_UP);
        for (int i = 0; i < WINDOWS; i++) {
            Duration serverBefore = server.processorTime();
            Duration ownBefore = self.processorTime();
            long start = System.nanoTime();
            Latencies latencies = deliver(clients, messages, WINDOW);
            rate[i] = latencies.count() * 1e9 / (System.nanoTime() - start);
            serverMicros[i] = server.processorTime().minus(serverBefore).toNanos() / 1e3 / latencies.count();
            ownMicros[i] = self.processorTime().minus(ownBefore).toNanos() / 1e3 / latencies.count();
            p50[i] = latencies.percentile(50).toNanos() / 1e6;
            p99[i] = latencies.percentile(99).toNanos() / 1e6;
        }
        setting.say("    messages/s:                         %s", new Sample(rate).text(0));
        setting.say("    250 after the final dot, p50:       %s ms", new Sample(p50).text(2));
        setting.say("    250 after the final dot, p99:       %s ms", new Sample(p99).text(2));
        setting.say("    processor time a message, server:   %s µs", new Sample(serverMicros).text(0));
        setting.say("    processor time a message, clients:  %s µs", new Sample(ownMicros).text(0));
        setting.say(
                "    messages in all: %,d; peak resident memory of the server: %.0f MB",
                next.get(), server.peakResidentBytes() / 1e6);
    }

    private static List<SmtpClient> connect(int port, String recipient) {
        var clients = new ArrayList<SmtpClient>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new SmtpClient(port, recipient));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clients;
    }

    private Latencies deliver(List<SmtpClient> clients, List<byte[]> messages, Duration duration) {
        var latencies = new Latencies();
        long end = System.nanoTime() + duration.toNanos();
        try (var threads = Executors.newFixedThreadPool(clients.size())) {
            List<Future<Boolean>> work = clients.stream()
                    .map(client -> threads.submit(() -> {
                        while (System.nanoTime() < end) {
                            int number = next.getAndIncrement();
                            long nanos = client.deliver("" + number, messages.get(number % messages.size()));
                            synchronized (latencies) {
                                latencies.add(nanos);
                            }
                        }
                        return true;
                    }))
                    .toList();
            for (Future<Boolean> one : work) {
                one.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("A client failed", e);
        }
        return latencies;
    }

    private static String createArchive(URI server) {
        var request = HttpRequest.newBuilder(server)
                .header("X-Amz-Target", "MailManagerSvc.CreateArchive")
                .header("Content-Type", "application/x-amz-json-1.0")
                .POST(HttpRequest.BodyPublishers.ofString("{\"ArchiveName\":\"bench\"}"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            String answer = client.send(request, BodyHandlers.ofString()).body();
            return answer.replaceAll("(?s).*\"ArchiveId\":\"([^\"]*)\".*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
