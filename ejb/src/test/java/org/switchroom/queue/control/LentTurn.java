package org.switchroom.queue.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** A sender that sends nothing: it has this much room in each lane, owns every server in epoch 1, and keeps what it is given. */
final class LentTurn implements SendingTurn {
    final List<ClaimedAction> handedOut = new ArrayList<>();
    final List<ClaimedAction> uncertain = new ArrayList<>();
    int room;
    int woken;

    @Override
    public synchronized void lend(Function<AtOnce, Map<LaneKey, List<ClaimedAction>>> work) {
        work.apply(new AtOnce() {
                    @Override
                    public int room(LaneKey lane) {
                        return room;
                    }

                    @Override
                    public OptionalLong epoch(String serverName) {
                        return OptionalLong.of(1);
                    }
                })
                .values()
                .forEach(handedOut::addAll);
    }

    @Override
    public synchronized void wake() {
        woken++;
    }

    @Override
    public synchronized void letWaitAgain(List<ClaimedAction> actions, String reason) {
        uncertain.addAll(actions);
    }
}
