package org.switchroom.ami.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiMessage;
import org.switchroom.ami.AmiResponse;

/** Keeps what a decoder finds, and writes it down so that two runs can be compared. */
final class Decoded implements AmiFrameSink {
    final List<String> banners = new ArrayList<>();
    final List<AmiEvent> events = new ArrayList<>();
    final List<AmiResponse> responses = new ArrayList<>();
    final List<String> story = new ArrayList<>();
    int unreadable;

    /** Decodes a text, with a greeting before it. */
    static Decoded text(String text) {
        return bytes(text.getBytes(UTF_8), AmiLimits.DEFAULT);
    }

    static Decoded bytes(byte[] bytes, AmiLimits limits) {
        Decoded decoded = new Decoded();
        AmiDecoder decoder = greeted(limits, decoded);
        decoder.feed(bytes, 0, bytes.length, 0, decoded);
        return decoded;
    }

    static AmiDecoder greeted(AmiLimits limits, Decoded sink) {
        AmiDecoder decoder = new AmiDecoder(limits);
        byte[] greeting = "Asterisk Call Manager/11.0.0\r\n".getBytes(UTF_8);
        decoder.feed(greeting, 0, greeting.length, 0, sink);
        return decoder;
    }

    @Override
    public void banner(String line) {
        banners.add(line);
        story.add("banner " + line);
    }

    @Override
    public void event(AmiEvent event) {
        events.add(event);
        story.add("event " + event.event() + headers(event));
    }

    @Override
    public void response(WireResponse response) {
        responses.add(response);
        story.add("response " + response.response() + headers(response) + response.output());
    }

    @Override
    public void unreadable() {
        unreadable++;
        story.add("unreadable");
    }

    static List<String> headers(AmiMessage message) {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < message.size(); i++) {
            headers.add(message.name(i) + "=" + message.value(i));
        }
        return headers;
    }
}
