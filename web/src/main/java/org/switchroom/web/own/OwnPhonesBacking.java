package org.switchroom.web.own;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.switchroom.phone.boundary.Phones;
import org.switchroom.phone.control.UnknownPhoneException;
import org.switchroom.phone.entity.Phone;
import org.switchroom.phone.entity.PhoneFilter;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** The phones of who looks at the page: which rings first, and what they are called. */
@Named("ownPhones")
@ViewScoped
public class OwnPhonesBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    @Inject
    private transient Phones phones;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    private transient List<Phone> list;
    private long chosen;
    private String label;

    public List<Phone> getList() {
        if (list == null) {
            list = phones.list(PhoneFilter.of(viewer.name()), 0, MOST);
        }
        return list;
    }

    public void prefer(long id) {
        change("phone.preferred", () -> phones.prefer(viewer.name(), id));
    }

    public void choose(long id, String present) {
        chosen = id;
        label = present;
    }

    public void rename() {
        change("phone.renamed", () -> phones.rename(viewer.name(), chosen, label));
    }

    private void change(String done, Runnable work) {
        try {
            work.run();
            words.say(FacesMessage.SEVERITY_INFO, done);
        } catch (SettingsRefusedException e) {
            words.say(
                    FacesMessage.SEVERITY_ERROR,
                    "phone.nameRefused",
                    e.violations().get(0).message());
        } catch (UnknownPhoneException e) {
            words.say(FacesMessage.SEVERITY_ERROR, "phone.gone");
        }
        list = null;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }
}
