package org.switchroom.ra.outbound;

import jakarta.resource.spi.ManagedConnectionMetaData;

/** Tells the container who is at the other end. */
record AmiConnectionMetaData(String amiVersion, String user) implements ManagedConnectionMetaData {

    @Override
    public String getEISProductName() {
        return "Asterisk Manager Interface";
    }

    @Override
    public String getEISProductVersion() {
        return amiVersion;
    }

    @Override
    public int getMaxConnections() {
        return 0;
    }

    @Override
    public String getUserName() {
        return user;
    }
}
