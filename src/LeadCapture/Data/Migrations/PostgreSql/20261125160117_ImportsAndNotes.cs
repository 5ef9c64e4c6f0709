using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LeadCapture.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ImportsAndNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The table begins anew: files wait there for an hour, and SQLite would copy it outside of the transaction.
            migrationBuilder.DropTable(
                name: "lead_imports");

            migrationBuilder.CreateTable(
                name: "lead_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    run_id = table.Column<int>(type: "integer", nullable: true),
                    not_taken = table.Column<int>(type: "integer", nullable: true),
                    unchanged = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_imports", x => x.id);
                    table.ForeignKey(
                        name: "FK_lead_imports_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_lead_imports_user_id",
                table: "lead_imports",
                column: "user_id");

            migrationBuilder.AddColumn<string>(
                name: "answers",
                table: "run_leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "corrections",
                table: "run_leads",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "failure_notes",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    failure_key = table.Column<string>(type: "text", nullable: false),
                    fault = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    who = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_failure_notes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_lead_imports_run_id",
                table: "lead_imports",
                column: "run_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_failure_notes_failure_key_id",
                table: "failure_notes",
                columns: new[] { "failure_key", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lead_imports");

            migrationBuilder.CreateTable(
                name: "lead_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    corrected = table.Column<int>(type: "integer", nullable: true),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    resubmitted = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_imports", x => x.id);
                    table.ForeignKey(
                        name: "FK_lead_imports_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_lead_imports_user_id",
                table: "lead_imports",
                column: "user_id");

            migrationBuilder.DropTable(
                name: "failure_notes");

            migrationBuilder.DropColumn(
                name: "answers",
                table: "run_leads");

            migrationBuilder.DropColumn(
                name: "corrections",
                table: "run_leads");
        }
    }
}
