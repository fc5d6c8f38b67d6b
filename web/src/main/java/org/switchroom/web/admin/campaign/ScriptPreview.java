package org.switchroom.web.admin.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.switchroom.campaign.entity.ScriptField;

/** The script of the form as an agent sees it, with a lead that is made up. */
@Named
@RequestScoped
public class ScriptPreview {
    private static final Map<ScriptField, String> LEAD = Map.ofEntries(
            Map.entry(ScriptField.TITLE, "Dr"),
            Map.entry(ScriptField.FIRST_NAME, "Mary"),
            Map.entry(ScriptField.INITIAL, "J"),
            Map.entry(ScriptField.LAST_NAME, "O'Hara-Söderström"),
            Map.entry(ScriptField.ADDRESS1, "12 Elm Street"),
            Map.entry(ScriptField.CITY, "Tampa"),
            Map.entry(ScriptField.STATE, "FL"),
            Map.entry(ScriptField.POST_CODE, "33602"),
            Map.entry(ScriptField.COUNTRY, "US"),
            Map.entry(ScriptField.PHONE, "+18135550142"),
            Map.entry(ScriptField.EMAIL, "mary@example.com"),
            Map.entry(ScriptField.VENDOR_ID, "C-4711"),
            Map.entry(ScriptField.LEAD_ID, "1042"),
            Map.entry(ScriptField.LIST_ID, "101"),
            Map.entry(ScriptField.COMMENTS, "prefers mornings"),
            Map.entry(ScriptField.CAMPAIGN, "SPRING"),
            Map.entry(ScriptField.AGENT, "Ada Agent"),
            Map.entry(ScriptField.DATE, "2026-11-28"),
            Map.entry(ScriptField.TIME, "10:15"));

    @Inject
    private PartEditBacking edit;

    /** Looks at what is typed, without storing it. */
    public void look() {
        edit.getForm().refuse(List.of(), violation -> "");
    }

    /** Plain text; the page escapes it. */
    public String getText() {
        return ScriptField.filled(edit.getForm().field("body").getValue(), LEAD);
    }
}
