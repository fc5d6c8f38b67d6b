package org.switchroom.ami;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An action to be sent: a name and headers in order. What could break a frame is refused here, so that no caller can smuggle
 * a second action into a value.
 *
 * <p>Limits (Asterisk: a line over 1,024 bytes or over 128 headers breaks its parser): a line has at most {@value #MAX_LINE_BYTES}
 * bytes of UTF-8, an action at most {@value #MAX_HEADERS} headers. Control characters other than TAB are refused in names and values.
 */
public final class AmiAction {
    public static final int MAX_LINE_BYTES = 1000;
    public static final int MAX_HEADERS = 120;

    /** One header. */
    public record Header(String name, String value) {}

    private final String name;
    private final List<Header> headers;

    private AmiAction(String name, List<Header> headers) {
        this.name = name;
        this.headers = headers;
    }

    /** An action without headers. */
    public static AmiAction of(String name) {
        check("Action", name);
        return new AmiAction(name, List.of());
    }

    /**
     * This action with one more header.
     *
     * @throws AmiMalformedException if name or value may not go on the wire; names header and rule
     */
    public AmiAction with(String headerName, String value) {
        check(headerName, value);
        if (headers.size() >= MAX_HEADERS) {
            throw new AmiMalformedException(headerName, "more than " + MAX_HEADERS + " headers");
        }
        List<Header> more = new ArrayList<>(headers.size() + 1);
        more.addAll(headers);
        more.add(new Header(headerName, value));
        return new AmiAction(name, Collections.unmodifiableList(more));
    }

    public String name() {
        return name;
    }

    public List<Header> headers() {
        return headers;
    }

    @Override
    public String toString() {
        return name + headers.stream().map(Header::name).toList();
    }

    private static void check(String headerName, String value) {
        checkName(headerName);
        if (value == null) {
            throw new AmiMalformedException(headerName, "has no value");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 && c != '\t' || c == 0x7f) {
                throw new AmiMalformedException(
                        headerName, "control character U+%04X at position %d".formatted((int) c, i + 1));
            }
        }
        int bytes = headerName.length() + 2 + value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_LINE_BYTES) {
            throw new AmiMalformedException(
                    headerName, "line has %d bytes, at most %d are allowed".formatted(bytes, MAX_LINE_BYTES));
        }
    }

    private static void checkName(String headerName) {
        if (headerName == null || headerName.isEmpty()) {
            throw new AmiMalformedException("", "header without a name");
        }
        for (int i = 0; i < headerName.length(); i++) {
            char c = headerName.charAt(i);
            if (c <= 0x20 || c >= 0x7f || c == ':') {
                throw new AmiMalformedException(
                        "", "header name with a character U+%04X that is not allowed".formatted((int) c));
            }
        }
    }
}
