package org.switchroom.system.fault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchroom.ami.fake.FaultProxy;
import org.switchroom.system.Administrator;
import org.switchroom.system.Lab;

/** A proxy between Switchroom and one real server of the lab, for as long as it is open. It keeps what Switchroom wrote. */
final class AmiWay implements AutoCloseable {
    private static final Pattern TAG = Pattern.compile("ActionID: (swr-\\d+-[a-z0-9]+)");

    /** One action on the wire. */
    record Written(long connection, String tag, long atNanos) {
        /** The id of its row. */
        long row() {
            return Long.parseLong(tag.split("-")[1]);
        }
    }

    private final String server;
    private final FaultProxy proxy;
    private final List<Written> written = new CopyOnWriteArrayList<>();

    private AmiWay(String server) {
        this.server = server;
        this.proxy = FaultProxy.to("127.0.0.1", Administrator.portOf(server));
        proxy.filter(this::note);
    }

    /** Leads Switchroom to this server by way of a proxy, and waits until it is up again. */
    static AmiWay to(String server) {
        AmiWay way = new AmiWay(server);
        Administrator.moveTo(server, way.proxy.port());
        return way;
    }

    FaultProxy proxy() {
        return proxy;
    }

    /** All as it was, still noting what is written. */
    void pass() {
        proxy.pass();
        proxy.filter(this::note);
    }

    /** The actions of rows that Switchroom wrote, in order. */
    List<Written> written() {
        return List.copyOf(written);
    }

    /** Notes the tags that go to the server; a tag cut in two by TCP is rare and then seen by the server's own records only. */
    byte[] note(long connection, FaultProxy.Way way, byte[] piece) {
        if (way == FaultProxy.Way.TO_SERVER) {
            Matcher tags = TAG.matcher(new String(piece, StandardCharsets.ISO_8859_1));
            while (tags.find()) {
                written.add(new Written(connection, tags.group(1), System.nanoTime()));
            }
        }
        return piece;
    }

    /** Leads back to the server itself. */
    @Override
    public void close() {
        proxy.pass();
        Administrator.moveTo(server, Administrator.portOf(server));
        proxy.close();
        Lab.logins(server);
    }
}
