package org.switchroom.ami.contract;

import org.switchroom.ami.AmiServer;

/** The real server that system properties name. */
final class RealServer {

    private RealServer() {}

    static AmiServer server(String user) {
        return new AmiServer(
                "real",
                property("host"),
                Integer.parseInt(property("port")),
                AmiServer.Transport.PLAIN,
                property(user + "user"),
                new AmiServer.Secret(property(user + "secret")));
    }

    private static String property(String name) {
        String value = System.getProperty("switchroom.ami." + name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("system property switchroom.ami." + name + " is not set");
        }
        return value;
    }
}
