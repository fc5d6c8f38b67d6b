package org.switchroom.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sets the demo centre up: {@code java -cp ... org.switchroom.demo.DemoCentre http://127.0.0.1:8080/} with an administrator's token in the
 * environment's {@code SWITCHROOM_TOKEN}. Says nothing; what is wrong ends it with an error. Where the centre is there already it does
 * nothing and ends with code 3; where it was broken off it goes on.
 */
public final class DemoCentre {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int WAS_THERE = 3;
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final String LAST_ID = "SERVICE";
    private static final String LAST_CAMPAIGN = "/api/v1/campaigns/" + LAST_ID;

    private final Rest rest;

    DemoCentre(Rest rest) {
        this.rest = rest;
    }

    public static void main(String[] args) {
        String token = System.getenv("SWITCHROOM_TOKEN");
        if (args.length != 1 || token == null) {
            throw new IllegalArgumentException("needs an address, and a token in SWITCHROOM_TOKEN");
        }
        DemoCentre centre = new DemoCentre(new Rest(URI.create(args[0]), token));
        if (centre.isThere()) {
            System.exit(WAS_THERE);
        }
        centre.setUp();
    }

    private boolean isThere() {
        return rest.get(LAST_CAMPAIGN).isGood();
    }

    /** Lists come after their campaigns, and are loaded by the server while the last campaign, which has none, and the rest are set up. */
    private void setUp() {
        block("", Blocked.everywhere(), "asked not to be called");
        block("STROM_DE", Blocked.byTheGermanCampaign(), "consent taken back");
        List<String> requests = Resources.lines("centre.rest").toList();
        int last = IntStream.range(0, requests.size())
                .filter(line -> requests.get(line).startsWith("POST /api/v1/campaigns {\"id\":\"" + LAST_ID + '"'))
                .findFirst()
                .orElseThrow();
        send(requests.subList(0, last));
        List<Long> loads = new ArrayList<>();
        String lists = rest.get("/api/v1/lead-lists?limit=500").body();
        ListPlan.all().stream()
                .filter(plan -> !lists.contains('"' + plan.name() + '"'))
                .forEach(plan -> loads.add(load(plan)));
        send(requests.subList(last, requests.size()));
        loads.forEach(this::awaitEnd);
    }

    private void send(List<String> requests) {
        requests.stream()
                .map(line -> line.split(" ", 3))
                .forEach(request -> rest.send(request[0], request[1], request[2]));
    }

    private void block(String campaign, List<String> numbers, String source) {
        String phones = numbers.stream().map(number -> "\"+" + number + '"').collect(Collectors.joining(",", "[", "]"));
        rest.post("/api/v1/dnc", """
                {"phones":%s,"campaign_id":"%s","source":"%s"}""".formatted(phones, campaign, source));
    }

    /** Adds a list and has its file loaded; returns the load's id. */
    private long load(ListPlan plan) {
        long list = rest.post("/api/v1/lead-lists", plan.settings()).number("id");
        String file = URLEncoder.encode(plan.name() + ".csv", StandardCharsets.UTF_8);
        long load = rest.upload("/api/v1/loads?list_id=%d&file_name=%s".formatted(list, file), new LeadFile(plan).csv())
                .number("id");
        rest.post("/api/v1/loads/" + load + "/load", "");
        return load;
    }

    private void awaitEnd(long load) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String body = rest.get("/api/v1/loads/" + load).body();
        while (!body.contains("\"DONE\"")) {
            if (body.contains("\"FAILED\"") || System.nanoTime() > end) {
                throw new IllegalStateException("load " + load + " did not end well: " + body);
            }
            CompletableFuture.runAsync(
                            () -> {}, CompletableFuture.delayedExecutor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS))
                    .join();
            body = rest.get("/api/v1/loads/" + load).body();
        }
    }
}
