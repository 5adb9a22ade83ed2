"""The visual zone: what is drawn for the text recogniser, and that what ships is what was trained."""

import json
import os

import numpy as np
import onnxruntime
import pytest
import torch

from mrz_training.alphabet import check_digit
from mrz_training.deploy import deploy_recogniser
from mrz_training.shipped import fuse, restore, stored_convolutions
from train_visual import loss_of
from visual_training import alphabet
from visual_training.arrangements import LAYOUTS, person_of, write_date
from visual_training.distil import divergence, narrow, teacher_of
from visual_training.line_strips import make_strip
from visual_training.page_strips import page_paper, picture_strip, see_page
from visual_training.recogniser import TextRecogniser, Widths
from visual_training.signatures import PLACES, draw_decoy, draw_signature
from visual_training.specimens import FORGEABLE, draw_page, forge, random_person, spell, zone_lines
from visual_training.text import random_text

MODELS = os.path.join(os.path.dirname(__file__), "..", "..", "packages", "reader", "models")


def test_each_character_has_a_class_of_its_own_and_comes_back():
    assert len(set(alphabet.CHARACTERS)) == len(alphabet.CHARACTERS) == alphabet.CLASSES - 1
    classes = [value for character in alphabet.CHARACTERS for value in (*alphabet.encode(character), alphabet.BLANK)]
    assert alphabet.decode_greedy(classes) == alphabet.CHARACTERS
    assert alphabet.encode("Ș") == alphabet.encode("Ş")


def test_texts_are_those_of_their_seed_and_known():
    texts = [random_text(np.random.default_rng([1, index])) for index in range(2000)]
    assert texts == [random_text(np.random.default_rng([1, index])) for index in range(2000)]
    assert all(alphabet.known(text) and 0 < len(text) <= 44 for text in texts)
    # Every letter with an accent is seen, also the rare.
    assert set(alphabet.ACCENTED_CAPITALS) <= set("".join(texts))


@pytest.mark.parametrize("held_out", [False, True])
def test_strips_are_those_of_their_seed(held_out):
    strip, text = make_strip(np.random.default_rng([2, 5]), held_out)
    again, same = make_strip(np.random.default_rng([2, 5]), held_out)
    assert strip.shape[0] == 32 and strip.dtype == np.uint8 and text == same and np.array_equal(strip, again)


@pytest.mark.parametrize("seen", [7.0, 12.0, 30.0])
def test_strips_of_pages_are_as_wide_as_they_should_be_and_dark_where_print_is(seen):
    ink = np.zeros((128, 300), np.float32)
    ink[32:72, 60:240] = 1
    transform = np.array([[0.45, 0, 0], [0, 0.45, 16 - 0.45 * 52], [0, 0, 1]])
    strips = [see_page(np.random.default_rng([4, index]), ink, transform, 136, seen) for index in range(20)]
    assert {strip.shape for strip in strips} == {(32, 136)} and {strip.dtype for strip in strips} == {np.dtype(np.uint8)}
    assert all(strip[10:22, 40:95].mean() < strip[:, 115:].mean() for strip in strips)


def test_paper_of_pages_is_seldom_dark_and_pictures_are_strips_of_any_width():
    papers = [page_paper(np.random.default_rng([5, index]), (20, 200), 10.0) for index in range(50)]
    assert all(paper.shape == (20, 200) and 0.08 <= paper.min() and paper.max() <= 1.1 for paper in papers)
    assert np.median([paper.mean() for paper in papers]) > 0.5
    pictures = [picture_strip(np.random.default_rng([6, index])) for index in range(20)]
    assert all(picture.shape[0] == 32 and picture.dtype == np.uint8 and 48 <= picture.shape[1] < 320 for picture in pictures)


def test_lines_cut_across_and_pictures_say_nothing():
    texts = [make_strip(np.random.default_rng([7, index]))[1] for index in range(400)]
    assert 0.06 < sum(text == "" for text in texts) / len(texts) < 0.2


def test_names_are_spelt_as_zones_do():
    assert [spell(name) for name in ("Müller", "ÞÓRA", "O'Connor", "Smith-Jones", "Ærø")] == ["MUELLER", "THORA", "OCONNOR", "SMITH<JONES", "AEROE"]


def test_zones_of_specimens_prove_themselves():
    first, second = zone_lines(random_person(np.random.default_rng(3)))
    assert (len(first), len(second)) == (44, 44)
    assert [check_digit(second[a:b]) for a, b in ((0, 9), (13, 19), (21, 27))] == [second[9], second[19], second[27]]
    assert check_digit(second[0:10] + second[13:20] + second[21:43]) == second[43]


@pytest.mark.parametrize("key", FORGEABLE["text"])
def test_a_forged_page_differs_in_one_character(key):
    rng = np.random.default_rng(4)
    person = random_person(rng)
    forged = forge(rng, person, key)
    assert sum(a != b for a, b in zip(person[key], forged[key], strict=True)) == 1
    assert {**forged, key: person[key]} == person
    picture, texts = draw_page(rng, forged, zone_lines(person), 5.0)
    assert picture.shape == (440, 625)
    assert key in FORGEABLE["dates"] or texts[key] == forged[key]


def test_a_name_of_letters_that_others_look_like_can_be_forged():
    person = {**random_person(np.random.default_rng(4)), "surname": "ÇÓÍJ"}
    forged = forge(np.random.default_rng(5), person, "surname")["surname"]
    assert len(forged) == 4 and sum(a != b for a, b in zip("ÇÓÍJ", forged, strict=True)) == 1


@pytest.mark.parametrize("key", FORGEABLE["dates"])
def test_forged_dates_are_days_that_the_zone_tells_apart(key):
    differences = []
    for seed in range(40):
        rng = np.random.default_rng([6, seed])
        person = random_person(rng)
        printed = forge(rng, person, key)
        assert {**printed, key: person[key]} == person
        (year, month, day), issue = printed[key], person["issue_date"]
        assert 1 <= month <= 12 and 1 <= day <= 28 and (printed[key] < issue) == (key == "birth_date")
        assert zone_lines(printed)[1] != zone_lines(person)[1] and year // 100 == person[key][0] // 100
        differences.append(sum(a != b for a, b in zip("{:04d}{:02d}{:02d}".format(*printed[key]), "{:04d}{:02d}{:02d}".format(*person[key]), strict=True)))
    assert 1 in differences and max(differences) > 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_has_names_number_and_dates_on_the_page(layout):
    rng = np.random.default_rng(4)
    page = person_of(layout, random_person(rng, LAYOUTS[layout].get("language")))
    assert {"surname", "given_names", "document_number", "birth_date", "issue_date", "expiry_date"} <= set(page)
    picture, texts = draw_page(rng, page, zone_lines(random_person(rng)), 5.0, layout=layout)
    assert picture.shape == (440, 625)
    assert {key: text for key, text in page.items() if isinstance(text, str)}.items() <= texts.items()
    assert texts.keys() == page.keys() and all(str(page[key][0])[-2:] in texts[key] for key in FORGEABLE["dates"])


def test_dates_are_those_of_the_arrangement():
    rng = np.random.default_rng(4)
    layouts = ("Türkiye, passport", "Canada, passport", "Viet Nam, passport", "Angola, values beside labels")
    assert [write_date(rng, layout, (2031, 8, 5)) for layout in layouts] == ["05 AĞU/AUG 2031", "05 AUG /AOÛT 31", "05/08/2031", "05-08-2031"]


def manifest():
    with open(os.path.join(MODELS, "manifest.json")) as file:
        return json.load(file)["models"]["text"]


def test_alphabet_is_the_manifests():
    assert manifest()["alphabet"] == alphabet.CHARACTERS


def test_onnx_computes_what_the_network_of_this_code_computes():
    path = os.path.join(MODELS, manifest()["file"])
    model = fuse(deploy_recogniser(TextRecogniser()), stored_convolutions(path))
    strips = [make_strip(np.random.default_rng([51, index]))[0] for index in range(40)]
    x = torch.from_numpy(np.stack([strip[:, :120] for strip in strips if strip.shape[1] >= 120][:2]))[:, None].float() / 255
    with torch.no_grad():
        expected = model(x).numpy()
    got = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]).run(None, {"strips": x.numpy()})[0]
    assert got.shape == expected.shape == (2, 60, alphabet.CLASSES)
    assert float(np.abs(np.exp(got) - np.exp(expected)).mean()) < 0.01


def test_a_network_made_of_the_one_that_ships_answers_as_that_does():
    path = os.path.join(MODELS, manifest()["file"])
    strips = [make_strip(np.random.default_rng([52, index])) for index in range(60)]
    strips = [(strip[:, :120], text) for strip, text in strips if strip.shape[1] >= 120][:24]
    x = torch.from_numpy(np.stack([strip for strip, _ in strips]))[:, None].float() / 255
    wide = restore(TextRecogniser(), deploy_recogniser, stored_convolutions(path), [x])
    teacher = teacher_of(path)
    narrower = narrow(wide, Widths(first=40, second=64, context=128), [x])
    with torch.no_grad():
        of_wide, of_narrower = (float(divergence(model(x), teacher(x))) for model in (wide, narrower))
        by_text, by_both = (float(loss_of(narrower, x, [text for _, text in strips], torch.device("cpu"), False, to_learn)) for to_learn in (None, teacher))
    assert 0 < of_wide < 0.01 and of_wide < of_narrower < 0.05
    assert sum(values.numel() for values in narrower.parameters()) < 0.85 * sum(values.numel() for values in wide.parameters())
    assert all(torch.equal(a, b) for a, b in zip(narrow(wide, Widths(), [x]).state_dict().values(), wide.state_dict().values(), strict=True))
    assert by_both == pytest.approx(0.3 * by_text + 5 * of_narrower, rel=1e-3)


@pytest.mark.parametrize("place", sorted(PLACES))
def test_signatures_are_those_of_their_seed_and_stand_in_their_place(place):
    shape, scale = (440, 625), 5.0
    ink, box = draw_signature(np.random.default_rng([3, 1]), shape, scale, PLACES[place])
    again, _ = draw_signature(np.random.default_rng([3, 1]), shape, scale, PLACES[place])
    assert np.array_equal(ink, again)
    left, top, right, bottom = (side * scale for side in PLACES[place])
    assert left - 5 <= box[0] < box[2] <= right + 5 and top - 5 <= box[1] < box[3] <= bottom + 5
    rows, columns = np.nonzero(ink > 0.2)
    assert (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1) == pytest.approx(box, abs=1)


def test_each_decoy_has_ink():
    assert all(draw_decoy(np.random.default_rng([4, seed]), (440, 625), 5.0).max() > 0.5 for seed in range(8))
