package org.switchroom.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchroom.system.Instance;

/** The figures that Prometheus would read. */
final class Metrics {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Metrics() {}

    /** The figure of this name about a server. */
    static double ofServer(String server, String name) {
        return find(name + "\\{[^}]*server=\"" + Pattern.quote(server) + "\"[^}]*\\}");
    }

    /** The figure of this name that has no more labels than the archive's, or none. */
    static double of(String name) {
        return find(name + "(?:\\{[^}]*\\})?");
    }

    /** The sum of all figures whose name and labels are like this. */
    static double sum(String line) {
        return Pattern.compile("(?m)^" + line + " ([0-9.eE+-]+)$")
                .matcher(text())
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    private static double find(String line) {
        Matcher matcher = Pattern.compile("(?m)^" + line + " ([0-9.eE+-]+)$").matcher(text());
        if (!matcher.find()) {
            throw new AssertionError("no figure " + line);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static String text() {
        URI url = URI.create(Instance.running().value("metrics.url"));
        try {
            return HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
