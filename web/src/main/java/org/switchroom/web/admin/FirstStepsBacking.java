package org.switchroom.web.admin;

import static java.util.Map.entry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.switchroom.setup.boundary.FirstSteps;
import org.switchroom.setup.entity.FirstStep;
import org.switchroom.setup.entity.FirstStepsState;

/** The way from an empty installation to the first call; each step is looked at when the page is shown and when news comes in. */
@Named("firstSteps")
@RequestScoped
public class FirstStepsBacking {
    private static final Map<FirstStep, String> PAGES = Map.ofEntries(
            entry(FirstStep.SERVER, "/admin/server/edit.xhtml"),
            entry(FirstStep.DIALABLE, "/admin/server/list.xhtml"),
            entry(FirstStep.TEST_CALL, "/supervisor/queue.xhtml"),
            entry(FirstStep.GROUP, "/admin/group/edit.xhtml"),
            entry(FirstStep.PEOPLE, "/admin/user/edit.xhtml"),
            entry(FirstStep.CAMPAIGN, "/admin/campaign/new.xhtml"),
            entry(FirstStep.LIST, "/admin/lead/edit.xhtml"),
            entry(FirstStep.LEADS, "/admin/lead/list.xhtml"),
            entry(FirstStep.GUARD, "/admin/guard/edit.xhtml"),
            entry(FirstStep.DO_NOT_CALL, "/admin/lead/dnc.xhtml"),
            entry(FirstStep.INBOUND, "/admin/inbound/list.xhtml"));

    @Inject
    private FirstSteps steps;

    private FirstStepsState state;

    /**
     * A step as the page shows it.
     *
     * @param next whether it is the one to do now
     */
    public record Line(String word, boolean done, boolean optional, boolean next, String page) {}

    public void refresh() {
        state = null;
    }

    public List<Line> getLines() {
        FirstStep next = Arrays.stream(FirstStep.values())
                .filter(step -> !state().isDone(step) && !step.isOptional())
                .findFirst()
                .orElse(null);
        return Arrays.stream(FirstStep.values())
                .map(step -> new Line(
                        step.name().toLowerCase(Locale.ROOT),
                        state().isDone(step),
                        step.isOptional(),
                        step == next,
                        page(step)))
                .toList();
    }

    /** Where it is done. */
    static String page(FirstStep step) {
        return PAGES.get(step);
    }

    public int getDoneCount() {
        return state().done().size();
    }

    public int getCount() {
        return FirstStep.values().length;
    }

    public boolean isComplete() {
        return state().isComplete();
    }

    public boolean isHidden() {
        return state().hidden();
    }

    public void hide(boolean hidden) {
        steps.hide(hidden);
        refresh();
    }

    private FirstStepsState state() {
        if (state == null) {
            state = steps.state();
        }
        return state;
    }
}
