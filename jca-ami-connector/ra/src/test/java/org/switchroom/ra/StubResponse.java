package org.switchroom.ra;

import java.util.List;
import java.util.Optional;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiResponse;

/** A response with nothing but its header {@code Response}. */
public record StubResponse(String value) implements AmiResponse {

    public static StubResponse success() {
        return new StubResponse("Success");
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public String name(int index) {
        return "Response";
    }

    @Override
    public String value(int index) {
        return value;
    }

    @Override
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    @Override
    public List<String> all(String name) {
        return "Response".equalsIgnoreCase(name) ? List.of(value) : List.of();
    }

    @Override
    public List<String> output() {
        return List.of();
    }

    @Override
    public List<AmiEvent> listEvents() {
        return List.of();
    }
}
