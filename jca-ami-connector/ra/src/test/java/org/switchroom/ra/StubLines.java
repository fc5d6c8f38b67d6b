package org.switchroom.ra;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiServer;

/** Opens {@link StubLine}s, or refuses as the test says. */
public final class StubLines implements Lines {
    private final List<StubLine> opened = new ArrayList<>();
    private AmiProblem problem;
    private Consumer<LineListener> duringLogin = listener -> {};
    private int tries;

    @Override
    public Line open(AmiServer server, Purpose purpose, LineListener listener) {
        tries++;
        if (problem != null) {
            throw new AmiConnectException(problem, server.name() + ": " + problem, null);
        }
        duringLogin.accept(listener);
        StubLine line = new StubLine(listener);
        opened.add(line);
        return line;
    }

    /** From now on refuses; null opens again. */
    public void refuseWith(AmiProblem refusal) {
        problem = refusal;
    }

    /** What the listener hears before the login is answered. */
    public void duringLogin(Consumer<LineListener> talk) {
        duringLogin = talk;
    }

    public int tries() {
        return tries;
    }

    public StubLine first() {
        return opened.get(0);
    }

    public StubLine last() {
        return opened.get(opened.size() - 1);
    }
}
