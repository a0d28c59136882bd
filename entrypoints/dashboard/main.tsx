import '../../components/style/tokens.css';
import '../../components/style/base.css';
import '../../components/style/controls.css';
import '../../lib/report/report.css';
import '../../components/dashboard/dashboard.css';
import { render } from 'preact';
import { followBlur } from '../../components/dashboard/blur.ts';
import { Dashboard } from '../../components/dashboard/dashboard.tsx';
import { refreshOverview } from '../../components/dashboard/overview.ts';
import { followAddress } from '../../components/dashboard/route.ts';
import { speak } from '../../components/words.ts';

speak();
followAddress();
followBlur();
refreshOverview();
const root = document.getElementById('app');
if (root) render(<Dashboard />, root);
