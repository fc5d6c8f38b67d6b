package org.switchroom.server.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One AMI user of a server with its sealed secret. Immutable. */
@Embeddable
public class AsteriskLogin {
    @Column(name = "user_name", nullable = false)
    private String userName;

    @Column(name = "sealed_secret", nullable = false)
    private String sealedSecret;

    protected AsteriskLogin() {}

    public AsteriskLogin(String userName, String sealedSecret) {
        this.userName = userName;
        this.sealedSecret = sealedSecret;
    }

    public String getUserName() {
        return userName;
    }

    public String getSealedSecret() {
        return sealedSecret;
    }
}
