package org.switchroom.system.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.switchroom.system.Instance;

/** A browser without scripts and manners: keeps its cookies, follows nothing, and sends whatever it is told to. */
final class PageClient {
    static final String STATE = "jakarta.faces.ViewState";
    private static final String SESSION = "SWITCHROOM";
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What came back. */
    record Answer(int status, HttpResponse<String> response) {
        String body() {
            return response.body();
        }

        String location() {
            return header("Location");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        /** The nonce with which the page was drawn. */
        String nonce() {
            Matcher nonce = NONCE.matcher(body());
            return nonce.find() ? nonce.group(1) : "";
        }

        /** The form of this id, if the page has one. */
        Optional<PageForm> form(String id) {
            return PageForm.all(body()).stream()
                    .filter(form -> form.id().equals(id))
                    .findFirst();
        }

        @Override
        public String toString() {
            return status + " " + response.uri() + " " + location();
        }
    }

    /** Signs in as a person does. */
    PageClient signedIn(String name, String password) {
        Answer answer = signIn(name, password);
        if (answer.status() != 302 || answer.location().contains("refused")) {
            throw new AssertionError(name + " can't sign in: " + answer);
        }
        return this;
    }

    /** What the sign-in answers. */
    Answer signIn(String name, String password) {
        Map<String, String> fields = new LinkedHashMap<>(
                get("/sign-in.xhtml").form("sign").orElseThrow().fields());
        fields.put("sign:user", name);
        fields.put("sign:password", password);
        fields.put("sign:go", "sign:go");
        return post("/sign-in.xhtml", fields);
    }

    Answer get(String path, String... headers) {
        return send(path, "GET", BodyPublishers.noBody(), headers);
    }

    /** A form of these fields, as a page of our own would send it unless a header says otherwise. */
    Answer post(String path, Map<String, String> fields, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        return send(path, "POST", BodyPublishers.ofString(query(fields)), all);
    }

    Answer send(String path, String method, BodyPublisher body, String... headers) {
        String site = Instance.running().url("/").toString();
        URI address = URI.create(site.substring(0, site.length() - 1) + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).method(method, body);
        try {
            HttpRequest built = (headers.length == 0 ? request : request.headers(headers)).build();
            HttpResponse<String> response = http.send(built, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether the pages take it for somebody. */
    boolean isSignedIn() {
        return !get("/index.xhtml").location().contains("/sign-in.xhtml");
    }

    /** The id in the session's cookie; empty without one. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Makes it send this id of a session, whoever that belongs to. */
    void takeSession(String id) {
        HttpCookie cookie = new HttpCookie(SESSION, id);
        cookie.setPath("/");
        cookie.setDomain(Instance.running().url("/").getHost());
        cookie.setVersion(0);
        cookies.getCookieStore().removeAll();
        cookies.getCookieStore().add(Instance.running().url("/"), cookie);
    }

    /** As a form is sent. */
    static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
