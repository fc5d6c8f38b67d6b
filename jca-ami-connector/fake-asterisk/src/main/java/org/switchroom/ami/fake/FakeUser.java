package org.switchroom.ami.fake;

import java.util.Set;

/**
 * One AMI user as manager.conf has it.
 *
 * @param read classes of events that it gets
 * @param write classes of actions that it may send
 * @param multipleLogin whether it may be logged in more than once at a time
 */
public record FakeUser(String name, String secret, Set<String> read, Set<String> write, boolean multipleLogin) {
    public FakeUser {
        read = Set.copyOf(read);
        write = Set.copyOf(write);
    }

    /** The user that takes events. */
    public static FakeUser events(String name, String secret) {
        return new FakeUser(name, secret, Set.of("system", "call", "agi", "user", "dtmf"), Set.of(), true);
    }

    /** The user that sends actions. */
    public static FakeUser command(String name, String secret) {
        return new FakeUser(name, secret, Set.of(), Set.of("call", "originate", "reporting", "agi"), true);
    }

    public FakeUser withWrite(String... classes) {
        return new FakeUser(name, secret, read, Set.of(classes), multipleLogin);
    }

    public FakeUser withRead(String... classes) {
        return new FakeUser(name, secret, Set.of(classes), write, multipleLogin);
    }

    public FakeUser withSingleLogin() {
        return new FakeUser(name, secret, read, write, false);
    }

    @Override
    public String toString() {
        return "FakeUser[" + name + "]";
    }
}
