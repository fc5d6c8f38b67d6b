package org.switchroom.system.fault;

/** Lines of level ERROR that a fault may cause, because whoever runs the server must read of it. */
final class Errors {
    /** Of the container, its pool and Hibernate while there is no database. */
    static final String OF_THE_DATABASE = "SqlExceptionHelper|IJ0|ARJUNA|WFLYEJB|WFLYJCA|CommunicationsException|SWR0";

    /** The same, and what a node that was killed or frozen says of what it missed. */
    static final String OF_A_NODE = OF_THE_DATABASE + "|WFLYTX|SWRRA|SWR";

    private Errors() {}
}
