package org.switchroom.phone.entity;

/** What a phone is made of. */
public enum PhoneKind {
    /** A device or a program that registers at the server. */
    SIP,
    /** A page of a browser, by WebRTC. */
    BROWSER
}
