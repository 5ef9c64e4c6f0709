using LeadCapture.Shared;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Pages.Templates;

/// The pages of forms that look blank: the same for every visitor but for ids, stamp, and how the visitor came.
public sealed class FormTemplates(PageTemplates templates)
{
    public Task<IActionResult> Show(Controller controller, FormPage page, int formId)
    {
        var values = templates.Values();
        return templates.Show(controller, "Show", new(formId, page.Slug, page.Version, page.Shape), Marked(page, values), values);
    }

    private static FormPage Marked(FormPage page, TemplateValues values) => page with
    {
        SubmissionId = values.TakeFixed(page.SubmissionId),
        Traces = page.Traces with { Stamp = values.TakeFixed(page.Traces.Stamp) },
        Page = values.Take(page.Page),
        Attribution = values.Take(page.Attribution),
        Inputs = values.Each(page.Inputs, Marked),
    };

    private static FormInput Marked(FormInput input, TemplateValues values) =>
        input.Field.Kind.IsSeen || values.Keep(input.Value == input.Field.Default) ? input : input with { Value = values.Take(input.Value) };
}
