package org.switchroom.bench.day;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.switchroom.bench.Out;
import org.switchroom.bench.queue.Instance;

/** Everybody who is at work in one run: clients, the probe, and who compares the channels. */
final class Crew implements AutoCloseable {
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Day day;
    private final List<Client> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Connection reading;
    private final Connection probing;
    private final Connection comparing;
    private final Accounts accounts;
    private final Probe probe;
    private final Drift drift;

    Crew(Instance instance, Day day, int count, int open) throws SQLException, IOException {
        this.day = day;
        this.reading = instance.asOwner();
        this.probing = instance.asClient();
        this.comparing = instance.asClient();
        List<String> servers = instance.servers();
        this.accounts = new Accounts(reading, day.run());
        Iterator<Accounts.Account> account = accounts.create(count / 2).iterator();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < count; i++) {
            String server = servers.get(i / 2 % servers.size());
            clients.add(
                    i % 2 == 0
                            ? new PollingClient(day, server, open, instance.asClient())
                            : new PushedClient(day, server, open, http, instance.url(), account.next()));
        }
        this.probe = new Probe(day, servers, probing);
        this.drift = new Drift(instance, comparing);
    }

    /** @return seconds from the first row until the last call has ended and been seen to */
    double work() throws InterruptedException {
        Thread probing = start(probe, "probe");
        Thread comparing = start(drift, "drift");
        day.start();
        long begun = System.nanoTime();
        clients.forEach(client -> threads.add(start(client, "client")));
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        probe.stop();
        drift.stop();
        probing.join();
        comparing.join();
        return seconds;
    }

    private static Thread start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.start();
        return thread;
    }

    /** Once every row is final, or a minute later. */
    Outcome outcome() throws SQLException {
        long giveUp = System.nanoTime() + SETTLE_NANOS;
        Outcome outcome = Outcome.read(reading, day.run());
        while (outcome.unfinished() > 0 && System.nanoTime() < giveUp) {
            Day.pause(LOOK_NANOS);
            outcome = Outcome.read(reading, day.run());
        }
        if (outcome.rows() != day.demanded()) {
            Out.line("%d rows were asked for, %d are there", day.demanded(), outcome.rows());
        }
        return outcome;
    }

    List<Probe.Seen> seen() {
        return probe.seen();
    }

    int gaveUp() {
        return (int) clients.stream().filter(Client::gaveUp).count();
    }

    String drift() throws SQLException, IOException {
        return drift.told() + "; on one side only in the end: " + drift.now();
    }

    @Override
    public void close() throws SQLException, IOException {
        for (Client client : clients) {
            client.close();
        }
        accounts.delete();
        reading.close();
        probing.close();
        comparing.close();
    }
}
