using LeadCapture.Forms;

namespace LeadCapture.Admin.Forms;

/// What stands on top of every page about one form: its title, its state, and the way to its other pages.
public sealed record FormHead(string Slug, string Title, FormState State, bool HasChanges, FormTab Tab)
{
    /// Visitors find it at its address.
    public bool IsVisible => State is FormState.Published or FormState.Closed;
}

public enum FormTab { Edit, Look, Settings, FollowUp, Share, Notifications, Numbers, Versions }

/// Makes the head of a form's page.
public sealed class FormHeads(FormList forms, TimeProvider clock)
{
    public async Task<FormHead> Of(Draft draft, FormTab tab, CancellationToken aborted)
    {
        var leads = draft.Published?.MaxLeads is null ? 0 : (await forms.Leads(aborted)).GetValueOrDefault(draft.Form.Id)?.All ?? 0;
        return new(draft.Form.Slug, draft.Definition.Title, draft.StateAt(clock.GetUtcNow(), leads), draft.HasChanges, tab);
    }
}
