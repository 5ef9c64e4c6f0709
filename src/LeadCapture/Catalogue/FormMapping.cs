using LeadCapture.Forms;

namespace LeadCapture.Catalogue;

/// Sends to another custom field what a form sent to one that is gone. Saves nothing: whoever asked does, by the drafts.
public sealed class FormMapping(Drafts drafts, Publisher publisher)
{
    /// In what is published, and in the draft with whatever else was changed there: that stays a draft. Null where the form does not send
    /// to the first, or does not fit any more; else the form, and the number of its version.
    public async Task<(Form Form, int Version)?> Change(string slug, string key, string to, string by)
    {
        if (await drafts.Find(slug) is not { Published: { } published } draft)
            return null;
        var changed = published.Remap(key, to);
        if (changed.ToJson() == published.ToJson()
            || FormDefinitionRules.ProblemsOf(changed).Except(FormDefinitionRules.ProblemsOf(published)).Any())
            return null;
        await drafts.Change(draft.Form, draft.HasChanges ? draft.Definition.Remap(key, to) : changed, by);
        return (draft.Form, await publisher.Publish(draft.Form, changed, by));
    }
}
